namespace Budgeting.Core.Kernel;

/// <summary>How long a limit counts before it begins anew.</summary>
public enum WindowPeriod
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,

    /// <summary>Once, from the start date to the end date.</summary>
    Custom,

    /// <summary>Once, from the start date on, to the end date if there is one.</summary>
    Total,
}
