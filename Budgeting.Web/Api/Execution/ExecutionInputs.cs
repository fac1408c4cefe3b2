namespace Budgeting.Web.Api.Execution;

/// <summary>Why something is done that can't be undone without another word.</summary>
public sealed record ReasonInput
{
    /// <summary>1–500 characters.</summary>
    public string? Reason { get; init; }
}

/// <summary>When an allotment is released.</summary>
public sealed record ReleaseInput
{
    /// <summary>Neither before the budget's approval nor in the future, and at most its year's last day; left out: today, or that last day.</summary>
    public DateOnly? ReleasedOn { get; init; }
}

/// <summary>Where there is nothing to say: an empty object, or no body at all.</summary>
public sealed record EmptyInput;
