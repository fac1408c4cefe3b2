using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>One record of each kind in an organization, for every address that the API has.</summary>
public sealed record ApiSample(IReadOnlyDictionary<string, Guid> Ids)
{
    public static async Task<ApiSample> CreateAsync(TestActor of, Guid otherMember)
    {
        var occasion = await of.OccasionAsync();
        var recipient = await of.PersonAsync("Recipient");
        await of.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, recipient.Id, 50, version: null, CancellationToken.None);
        return new ApiSample(new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["people"] = (await of.PersonAsync()).Id,
            ["occasions"] = occasion.Id,
            ["entityId"] = recipient.Id,
            ["gifts"] = (await of.GiftAsync(await of.OccasionAsync())).Id,
            ["members"] = otherMember,
            ["tokens"] = (await of.Tokens.CreateAsync("Spare", role: null, CancellationToken.None)).Token.Id,
            ["invitations"] = (await of.Invitations.CreateAsync(Role.Member, note: null, CancellationToken.None)).Invitation.Id,
        });
    }

    /// <summary>The address of a template such as <c>/api/v1/gifts/{id}</c>; fails for one that the sample has nothing for.</summary>
    public string AddressOf(string template)
    {
        var collection = template.Split('/')[3];
        return template
            .Replace("{entityType}", "person", StringComparison.Ordinal)
            .Replace("{entityId}", Ids["entityId"].ToString(), StringComparison.Ordinal)
            .Replace("{id}", template.Contains("{id}", StringComparison.Ordinal) ? Ids[collection].ToString() : "", StringComparison.Ordinal);
    }
}
