using System.Globalization;
using Budgeting.Core.Execution;

namespace Budgeting.Web.Wording.Execution;

/// <summary>What reports call things.</summary>
internal static class ReportWords
{
    /// <summary>Stands where there is no number.</summary>
    public const string None = "–";

    public static string Of(StatementFigure figure) => figure switch
    {
        StatementFigure.Unallotted => "Not allotted",
        StatementFigure.Unobligated => "Not obligated",
        StatementFigure.Unpaid => "Not paid",
        StatementFigure.NotYetDue => "Not yet due",
        _ => figure.ToString(),
    };

    /// <summary>“Obligated in quarter 2”.</summary>
    public static string Of(StatementFigure figure, int? quarter) =>
        quarter is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Of(figure)} in quarter {number}") : Of(figure);

    public static string Of(RegistryKind kind) => kind switch
    {
        RegistryKind.AllotmentCancelled => "Allotment cancelled",
        RegistryKind.ObligationCancelled => "Obligation cancelled",
        RegistryKind.Disbursement => "Payment",
        RegistryKind.Void => "Payment void",
        _ => kind.ToString(),
    };

    /// <summary>“0–30 days”, and of the last bucket “more than 90 days”.</summary>
    public static string Bucket(int bucket) => bucket < AgeingDto.LastDays.Count
        ? $"{ShortBucket(bucket)} days"
        : string.Create(CultureInfo.InvariantCulture, $"More than {AgeingDto.LastDays[^1]} days");

    /// <summary>“0–30”, and of the last bucket “&gt; 90”.</summary>
    public static string ShortBucket(int bucket) => bucket < AgeingDto.LastDays.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{(bucket == 0 ? 0 : AgeingDto.LastDays[bucket - 1] + 1)}–{AgeingDto.LastDays[bucket]}")
        : string.Create(CultureInfo.InvariantCulture, $"> {AgeingDto.LastDays[^1]}");

    /// <summary>“45.0 %”; what isn't known is a dash.</summary>
    public static string Share(decimal? share) => share?.ToString("0.0 %", CultureInfo.CurrentCulture) ?? None;

    public static string AsOf(DateOnly day) => $"as of {DateWords.Long(day)}";
}
