using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

/// <summary>One's own wish: nothing here tells what became of it.</summary>
public sealed record WishDto(Guid Id, Guid OccasionId, string Name, string? Url, string? Notes, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public WishInput ToInput() => this.As<WishInput>();
}

/// <summary>What can be written of a wish.</summary>
public sealed record WishInput
{
    public static Fields<WishInput> Fields { get; } = new Fields<WishInput>()
        .Text(i => i.Name, "Name", max: 200, required: true)
        .Text(i => i.Url, "Link", max: 2000)
        .Text(i => i.Notes, "Notes", max: 2000);

    /// <summary>1–200 characters.</summary>
    public string? Name { get; set; }

    /// <summary>An absolute http or https address, up to 2,000 characters.</summary>
    public string? Url { get; set; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Notes { get; set; }
}
