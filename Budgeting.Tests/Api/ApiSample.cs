using System.Text;
using System.Text.Json.Nodes;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>One record of each kind in an organization, for every address that the API has.</summary>
public sealed record ApiSample(IReadOnlyDictionary<string, Guid> Ids)
{
    private static int Years;

    public static async Task<ApiSample> CreateAsync(TestActor of, Guid otherMember) =>
        new(new Dictionary<string, Guid>((await HomeAsync(of, otherMember)).Concat(await ExecutionSample.CreateAsync(of)), StringComparer.Ordinal));

    /// <summary>What one operation needs: to make everything for each of them takes a minute.</summary>
    public static async Task<ApiSample> CreateAsync(TestActor of, Guid otherMember, string path) =>
        new(ExecutionSample.Has(path) ? await ExecutionSample.CreateAsync(of) : await HomeAsync(of, otherMember));

    private static async Task<Dictionary<string, Guid>> HomeAsync(TestActor of, Guid otherMember)
    {
        // Surprises would be in the way of what an admin who is somebody may do.
        var occasion = await of.Occasions.AddAsync(new OccasionInput { Name = "Birthday", Date = new DateOnly(2026, 12, 24), Surprises = false }, default);
        var recipient = await of.PersonAsync("Recipient");
        var withGifts = await of.OccasionAsync();
        var gift = await of.GiftAsync(withGifts);
        await of.Pictures.SetAsync(gift.Id, PictureInput.Of(TestPictures.Gif), version: null, CancellationToken.None);
        if ((await of.People.ListAsync(default)).All(p => p.MemberId != of.MemberId))
        {
            await of.People.AddAsync(new PersonInput { Name = "Myself", MemberId = of.MemberId }, default);
        }
        await of.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, recipient.Id, 50, version: null, CancellationToken.None);
        return new Dictionary<string, Guid>(await SharedCostsSample.CreateAsync(of), StringComparer.Ordinal)
        {
            ["people"] = (await of.PersonAsync()).Id,
            ["occasions"] = occasion.Id,
            ["entityId"] = recipient.Id,
            ["gifts"] = gift.Id,
            ["wishes"] = (await of.Wishes.AddAsync(withGifts.Id, new WishInput { Name = "Skates" }, default)).Id,
            ["guest-links"] = (await of.Get<GuestLinksService>().CreateAsync(occasion.Id, new GuestLinkInput(), default)).Link.Id,
            ["fromId"] = recipient.Id,
            ["toId"] = (await of.PersonAsync("Other")).Id,
            ["occasionId"] = occasion.Id,
            ["members"] = otherMember,
            ["tokens"] = (await of.Tokens.CreateAsync("Spare", role: null, CancellationToken.None)).Token.Id,
            ["invitations"] = (await of.Invitations.CreateAsync(Role.Member, note: null, CancellationToken.None)).Invitation.Id,
        };
    }

    /// <summary>The body that the document gives as an example, with ids of the sample; or lines or a picture where those are taken.</summary>
    public HttpContent? ContentOf(ApiOperation operation) =>
        BodyOf(operation) is { } body ? new StringContent(body, Encoding.UTF8, "application/json")
        : operation.Takes("text/csv") ? new StringContent(LinesOf(operation), Encoding.UTF8, "text/csv")
        : operation.Takes("image/png") ? new ByteArrayContent(TestPictures.Png) { Headers = { ContentType = new("image/png") } }
        : null;

    private static string LinesOf(ApiOperation operation) => operation.Id switch
    {
        "importContributions" => "owner,amount,date\n",
        "importExpenses" => "amount,date\n",
        "importReadings" => "budgetItem,property,meterSerial,startReading,endReading\n",
        _ => "name\nBook",
    };

    private string? BodyOf(ApiOperation operation)
    {
        if (operation.Body is null)
        {
            return null;
        }

        var body = JsonNode.Parse(operation.Body)!.AsObject();
        Fill(body);
        foreach (var list in body.Select(f => f.Value).OfType<JsonArray>())
        {
            list.OfType<JsonObject>().ToList().ForEach(Fill);
        }

        return body.ToJsonString();
    }

    // What may be there once only is something else each time.
    private void Fill(JsonObject body)
    {
        foreach (var field in body.Select(f => f.Key).ToList())
        {
            body[field] = field switch
            {
                "name" => $"Unique {Guid.NewGuid()}",
                "code" => $"{Guid.NewGuid():N}"[..20],
                "meterSerial" => $"{Guid.NewGuid():N}"[..20],
                "fiscalYear" => 2031 + (Interlocked.Increment(ref Years) % 70),
                _ => Ids.TryGetValue(field, out var id) ? id : body[field]?.DeepClone(),
            };
        }
    }

    /// <summary>The address of a template such as <c>/api/v1/gifts/{id}</c>; fails for one that the sample has nothing for.</summary>
    public string AddressOf(string template)
    {
        if (template is "/api/v1/reports/registry" or "/api/v1/reports/registry.csv")
        {
            return $"{template}?programBudgetId={IdOf("programBudgetId")}";
        }

        var collection = Ids.ContainsKey(template) ? template : template.Split('/')[3];
        return template
            .Replace("{entityType}", "person", StringComparison.Ordinal)
            .Replace("{entityId}", IdOf("entityId"), StringComparison.Ordinal)
            .Replace("{ownerId}", IdOf("ownerId"), StringComparison.Ordinal)
            .Replace("{name}", IdOf("payment-types"), StringComparison.Ordinal)
            .Replace("{id}", template.Contains("{id}", StringComparison.Ordinal) ? Ids[collection].ToString() : "", StringComparison.Ordinal);
    }

    private string IdOf(string field) => Ids.GetValueOrDefault(field).ToString();
}
