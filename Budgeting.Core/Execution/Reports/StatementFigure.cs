using System.Text.Json.Serialization;

namespace Budgeting.Core.Execution;

/// <summary>What a statement says of a program.</summary>
public enum StatementFigure
{
    [JsonStringEnumMemberName("APPROVED")]
    Approved,

    [JsonStringEnumMemberName("ADJUSTMENTS")]
    Adjustments,

    [JsonStringEnumMemberName("ADJUSTED")]
    Adjusted,

    [JsonStringEnumMemberName("ALLOTTED")]
    Allotted,

    [JsonStringEnumMemberName("OBLIGATED")]
    Obligated,

    [JsonStringEnumMemberName("PAID")]
    Paid,

    [JsonStringEnumMemberName("UNALLOTTED")]
    Unallotted,

    [JsonStringEnumMemberName("UNOBLIGATED")]
    Unobligated,

    [JsonStringEnumMemberName("UNPAID")]
    Unpaid,

    [JsonStringEnumMemberName("DUE")]
    Due,

    [JsonStringEnumMemberName("NOT_YET_DUE")]
    NotYetDue,
}
