using System.Globalization;

namespace Budgeting.Core.Gifting;

/// <summary>
/// A place in a column of the board: a text that is compared with others of the column, ordinally. It says behind which place it was
/// made, and when; so it comes right behind that one and what was made there earlier comes after it. It never changes, and no other gift
/// ever gets it.
/// </summary>
internal static class BoardPlace
{
    /// <summary>What every place that is first in its column is behind.</summary>
    public const string Head = "0";

    /// <summary>So many times can a place be made behind another one that was made behind another one …</summary>
    public const int MaxDepth = 250;

    public const int MaxLength = 1 + (MaxDepth * StepLength);

    private const string End = "1";
    private const int StepLength = 15;
    private const long LastMoment = 0xff_ffff_ffff;
    private const int LastNumber = 0xf_ffff;

    /// <summary>Behind every place that was made before.</summary>
    /// <param name="moment">The place's write, by its number among all: 0 to 2⁴⁰ − 1.</param>
    /// <param name="number">Of several that one write makes, from the first to the last: 0 to 2²⁰ − 1.</param>
    public static string Last(long moment, int number) => End + Step(moment, number);

    /// <summary>Right behind a place, or behind <see cref="Head"/>: before whatever else was made behind it until then.</summary>
    /// <param name="number">Of several that one write makes, from the last to the first.</param>
    /// <inheritdoc cref="Last"/>
    public static string Behind(string place, long moment, int number) => place + Step(LastMoment - moment, LastNumber - number);

    private static string Step(long moment, int number) => string.Create(CultureInfo.InvariantCulture, $"{moment:x10}{number:x5}");
}
