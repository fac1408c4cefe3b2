namespace Budgeting.Web.Api.Http;

/// <summary>How a kind of record is called in the API.</summary>
/// <param name="One">What one is called, in words: <c>budget item</c>.</param>
/// <param name="Many">What several are called.</param>
internal sealed record RecordRoute(string One, string Many)
{
    /// <summary>The collection of what they belong to, as in an address: <c>periods</c>; <c>null</c>: they are the organization's own.</summary>
    public string? Parent { get; init; }

    /// <summary>What the list is of, for the description.</summary>
    public required string ListSummary { get; init; }

    /// <summary>What adding one does, for the description.</summary>
    public required string AddSummary { get; init; }

    /// <summary>What else is to be known of changing one, for the description.</summary>
    public string? UpdateRemark { get; init; }

    /// <summary>Which can be deleted, for the description.</summary>
    public string? DeleteRemark { get; init; }

    /// <summary>Whether some fields follow from other records, so that its ETag doesn't say that a client has it already.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Answers the list, where it can be asked for in more ways than by the page.</summary>
    public Delegate? List { get; init; }

    /// <summary>What the description is to say of <see cref="List"/>'s parameters.</summary>
    public IReadOnlyList<object> ListMetadata { get; init; } = [];

    public string Path => Many.Replace(' ', '-');

    public string ListPath => Parent is null ? $"/{Path}" : $"/{Parent}/{{id:guid}}/{Path}";

    public string DeletedPath => Parent is null ? $"/deleted-{Path}" : $"/{Parent}/{{id:guid}}/deleted-{Path}";

    public string Tag => char.ToUpperInvariant(Many[0]) + Many[1..];

    public string WithArticle => $"{("aeiou".Contains(One[0], StringComparison.Ordinal) ? "an" : "a")} {One}";

    /// <summary>As a part of an operation's name: <c>BudgetItem</c>.</summary>
    public static string Pascal(string words) => string.Concat(words.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
