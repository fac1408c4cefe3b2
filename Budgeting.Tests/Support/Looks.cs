namespace Budgeting.Tests.Support;

/// <summary>What is seen and not said: tests of that find it by the class that draws it.</summary>
internal static class Looks
{
    /// <summary>The glow of two seconds on what somebody else changed.</summary>
    public const string Glow = ".highlight";

    /// <summary>A card while a pointer has it.</summary>
    public const string Dragged = ".dragged";

    /// <summary>A meter's coloured pieces, each with the class of its tone. Its value is said by the meter itself.</summary>
    public const string Piece = ".piece";

    /// <summary>What lies past the limit, and the pattern over it.</summary>
    public const string Past = ".past";
    public const string PastPattern = ".past > .tone.over";

    /// <summary>The piece that a meter is filtered by. Its button is pressed.</summary>
    public const string ChosenPiece = ".piece.selected";

    /// <summary>The entries of a meter that step back behind the chosen one.</summary>
    public const string SteppedBack = "li.behind";

    /// <summary>A chart's bars, each with the class of its tone. Their values are said by the name of their group.</summary>
    public const string Bar = ".bar .tone";

    /// <summary>What is written at a chart's axis and below its groups, on which no screen reader needs to dwell.</summary>
    public const string AxisLabel = ".axis span";
    public const string GroupLabel = ".label";

    /// <summary>The values shown of the group that has the focus, which its name says.</summary>
    public const string GroupValues = ".values";

    /// <summary>Somebody's initials beside their name.</summary>
    public const string Avatar = ".avatar";
}
