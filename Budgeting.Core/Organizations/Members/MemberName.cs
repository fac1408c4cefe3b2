using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Organizations;

/// <summary>The name by which others know a member, also in a history: no two of an organization look the same.</summary>
internal static class MemberName
{
    public static string Of(Check check, string? text)
    {
        check.That(text is null || CanonicalText.Visible(text) == text, "name", "Leave out characters that nobody sees.");
        return check.Required(text, "name", "a name", 100);
    }

    /// <summary>Refuses a name that another member has, also one who left. Those who had names alike before there was this rule keep them.</summary>
    /// <exception cref="ConflictException"><c>member.name-taken</c>.</exception>
    public static async Task RequireNewAsync(OrganizationsRepository repository, string name, Guid? memberId, CancellationToken cancellationToken)
    {
        if ((await repository.MembersAsync(cancellationToken)).FirstOrDefault(m => m.Id != memberId && CanonicalText.AreAlike(m.Name, name)) is { } other)
        {
            throw new ConflictException("member.name-taken", $"Another member is called “{other.Name}”. Add what tells the two apart.") { Field = "name" };
        }
    }
}
