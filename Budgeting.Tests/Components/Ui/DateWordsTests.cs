using System.Globalization;
using Budgeting.Web.Wording;

namespace Budgeting.Tests.Components;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("en-US", "May 12, 1990")]
    [InlineData("en-GB", "12 May 1990")]
    [InlineData("de-DE", "12. Mai 1990")]
    [InlineData("fr-FR", "12 mai 1990")]
    [InlineData("es-ES", "12 de mayo de 1990")]
    [InlineData("ja-JP", "1990年5月12日")]
    public void Long_IsTheReadersOwn_WithoutTheDayOfTheWeek(string culture, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            DateWords.Long(new DateOnly(1990, 5, 12)).Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("en-US", "2026-12-31", "January 1 – December 31, 2026")]
    [InlineData("en-US", "2027-03-31", "January 1, 2026 – March 31, 2027")]
    [InlineData("de-DE", "2026-12-31", "1. Januar – 31. Dezember 2026")]
    [InlineData("es-ES", "2026-12-31", "1 de enero – 31 de diciembre de 2026")]
    [InlineData("ja-JP", "2026-12-31", "2026年1月1日 – 2026年12月31日")]
    public void LongSpan_SaysTheYearOnce_WhereItIsTheSameAndComesLast(string culture, string last, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            DateWords.Long(new DateOnly(2026, 1, 1), DateOnly.Parse(last, CultureInfo.InvariantCulture)).Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
