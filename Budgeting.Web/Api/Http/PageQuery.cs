using System.ComponentModel;
using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Budgeting.Web.Api.Http;

/// <summary>Which page of a list. The limit is a text here, so that one that isn't a number is told like any other wrong field.</summary>
internal sealed record PageQuery(
    [property: FromQuery(Name = "limit"), Description("How many items at most: 1 to 200; 50 where it isn't said.")] string? Limit,
    [property: FromQuery(Name = "cursor"), Description("The nextCursor of the page before; none for the first page.")] string? Cursor)
{
    /// <exception cref="InvalidException">One of them is wrong.</exception>
    public PageRequest ToRequest() => PageRequest.Of(LimitOf(Limit), string.IsNullOrEmpty(Cursor) ? null : Cursor);

    // What isn't a number becomes one that is out of range.
    internal static int? LimitOf(string? text) =>
        string.IsNullOrEmpty(text) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : 0;
}

/// <summary>How much of a board.</summary>
internal sealed record BoardQuery(
    [property: FromQuery(Name = "limit")]
    [property: Description("How many gifts of each column at most: 1 to 200; 200 where it isn't said. Counts and totals are of whole columns.")]
    string? Limit)
{
    /// <exception cref="InvalidException">It is out of range.</exception>
    public int ToPerColumn() => PageRequest.Of(PageQuery.LimitOf(Limit) ?? PageRequest.MaxLimit, cursor: null).Limit;
}
