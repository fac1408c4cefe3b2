using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>A column between the first and the amount, which phones leave out.</summary>
public sealed record RecordColumn<T>(string Head, RenderFragment<T> Cell, bool IsNumber = false, bool IsLong = false);

/// <summary>Columns of texts.</summary>
public static class RecordColumn
{
    /// <summary>A text that stays on one line.</summary>
    public static RecordColumn<T> Text<T>(string head, Func<T, string?> text) => new(head, ContentOf(text));

    /// <summary>A text that may take several lines.</summary>
    public static RecordColumn<T> Words<T>(string head, Func<T, string?> text) => new(head, ContentOf(text), IsLong: true);

    public static RecordColumn<T> Number<T>(string head, Func<T, string?> text) => new(head, ContentOf(text), IsNumber: true);

    private static RenderFragment<T> ContentOf<T>(Func<T, string?> text) => row => builder => builder.AddContent(0, text(row));
}

/// <summary>How one kind of record is shown in a table: what it is called, and what stands in its rows.</summary>
/// <param name="One">What one is called.</param>
/// <param name="Many">What several are called.</param>
/// <param name="Head">The head of the first column.</param>
/// <param name="Title">What the first column says.</param>
/// <param name="Amount">What the last column says; <c>null</c>: there is no such column.</param>
public sealed record RecordView<T>(string One, string Many, string Head, Func<T, string> Title, Func<T, decimal>? Amount)
    where T : IVersioned
{
    public IReadOnlyList<RecordColumn<T>> Columns { get; init; } = [];

    public string AmountHead { get; init; } = "Amount";

    public required string EmptyIcon { get; init; }

    public required string EmptyText { get; init; }

    /// <summary>What is said of it below its title.</summary>
    public Func<T, string?> About { get; init; } = _ => null;

    /// <summary>What a phone says of it in its second line.</summary>
    public required Func<T, string> Second { get; init; }

    /// <summary>What else of other records a row shows, such as the name of something it belongs to.</summary>
    public Func<T, object?> DependsOn { get; init; } = _ => null;

    public string Label => char.ToUpperInvariant(Many[0]) + Many[1..];
}

/// <summary>What a table of records shows now.</summary>
/// <param name="Of">What has them, for people.</param>
/// <param name="Rows">A page of them.</param>
/// <param name="First">How many stand before the page.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Total">Σ of all there are; <c>null</c> where a sum says nothing.</param>
public sealed record RecordPage<T>(string Of, Currency Currency, IReadOnlyList<T> Rows, int First, int Count, decimal? Total);
