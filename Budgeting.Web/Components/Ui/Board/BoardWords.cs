using System.Globalization;

namespace Budgeting.Web.Components.Ui;

/// <summary>What a board says to screen readers.</summary>
internal static class BoardWords
{
    public const string Instructions =
        "Press Enter to open the card, Space to lift it. While it is lifted, arrow keys move it, Space drops it and Escape puts it back.";

    public static string Lifted<TCard>(string name, BoardColumn<TCard> column, int index) => $"{name} lifted. {Place(column, index)}";

    public static string Dropped<TCard>(string name, BoardColumn<TCard> column, int index) => $"{name} dropped. {Place(column, index)}";

    public static string Cancelled<TCard>(string name, BoardColumn<TCard> column, int index) => $"{name} put back. {Place(column, index)}";

    public static string Refused<TCard>(string name, BoardColumn<TCard> column, int index) => $"{name} was not moved. {Place(column, index)}";

    public static string Gone(string name) => $"{name} is no longer on the board.";

    public static string Place<TCard>(BoardColumn<TCard> column, int index) =>
        string.Create(CultureInfo.CurrentCulture, $"Column {column.Title}, position {index + 1} of {column.Count}.");
}
