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
}
