namespace Budgeting.Web.Components.Ui;

/// <summary>Bars that stand together in a chart.</summary>
/// <param name="Label">What stands below them, as short as can be.</param>
/// <param name="Name">What they are called where there is room.</param>
/// <param name="Below">What stands below the label, where something new begins.</param>
public sealed record ChartGroup(string Label, string Name, string? Below, IReadOnlyList<ChartBar> Bars)
{
    public bool IsEmpty => Bars.All(b => b.Pieces.All(p => p.Amount == 0));
}

/// <summary>One bar, of pieces that are stacked from the line of zero: up what is above it, down what is below.</summary>
public sealed record ChartBar(params IReadOnlyList<ChartPiece> Pieces)
{
    public decimal Top => Pieces.Sum(p => Math.Max(p.Amount, 0));

    public decimal Bottom => Pieces.Sum(p => Math.Min(p.Amount, 0));

    /// <summary>The pieces that have something to draw, each with where it begins and ends, upwards.</summary>
    public IEnumerable<(ChartPiece Piece, decimal From, decimal To)> Stacked()
    {
        var (up, down) = (0m, 0m);
        foreach (var piece in Pieces.Where(p => p.Amount != 0))
        {
            var start = piece.Amount > 0 ? up : down;
            var end = start + piece.Amount;
            (up, down) = piece.Amount > 0 ? (end, down) : (up, end);
            yield return (piece, Math.Min(start, end), Math.Max(start, end));
        }
    }
}

/// <param name="Tone">The class that gives colour and pattern.</param>
public sealed record ChartPiece(string Name, decimal Amount, string Tone);
