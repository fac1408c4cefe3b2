using Budgeting.Web.Components.Keyboard;

namespace Budgeting.Tests.Components;

public sealed class PaletteSearchTests
{
    [Fact]
    public void Find_BeginningsComeBeforeWordsAndWordsBeforeInsides() =>
        Find("mas", "Christmas", "Add gift to Masha", "Masha", "Xmas").Should().Equal("Masha", "Add gift to Masha", "Christmas", "Xmas");

    [Theory]
    [InlineData("zoe", "Zoë")]
    [InlineData("ZOË", "Zoe")]
    [InlineData("emile", "Émile")]
    [InlineData("strasse", "Straße")]
    [InlineData("zoe", "Zoe\u0308")]
    [InlineData("οδυσσευσ", "Οδυσσεύς")]
    public void Find_CaseAndAccents_MakeNoDifference(string typed, string name) => Find(typed, name).Should().Equal(name);

    [Theory]
    [InlineData("add chr", "Add gift to Christmas")]
    [InlineData("chr add", "Add gift to Christmas")]
    [InlineData("  gift   to ", "Add gift to Christmas")]
    [InlineData("karl's", "Rose and Karl's anniversary")]
    public void Find_SeveralWords_NeedsEachInAnyOrder(string typed, string name) => Find(typed, "Home", name, "Add person").Should().Equal(name);

    [Theory]
    [InlineData("new year", "New Year's Eve", "A new year")]
    [InlineData("eve", "New Year's Eve", "Steve")]
    [InlineData("b", "Ann-Beth", "Rob")]
    [InlineData("e", "Ann e", "Ze\u0301e")]
    public void Find_WholeTextAndWordStarts_RankFirst(string typed, string first, string second) =>
        Find(typed, second, first).Should().Equal(first, second);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Find_NothingTyped_IsEverythingInItsOrder(string typed) => Find(typed, "b", "a").Should().Equal("b", "a");

    [Fact]
    public void Find_EquallyGood_KeepTheirOrder() => Find("a", "Anna", "Abel", "Ada").Should().Equal("Anna", "Abel", "Ada");

    [Fact]
    public void Find_WordThatNothingHas_IsNothing() => Find("add z", "Add gift to Christmas").Should().BeEmpty();

    [Fact]
    public void Find_OtherWordsForTheSame_CountAfterBeginningsAndBeforeInsides()
    {
        PaletteEntry[] entries = [Entry("Renew"), Entry("Add occasion", also: "new create"), Entry("New Year")];

        PaletteSearch.Find(entries, "new").Select(e => e.Text).Should().Equal("New Year", "Add occasion", "Renew");
        PaletteSearch.Find(entries, "create occ").Select(e => e.Text).Should().Equal("Add occasion");
        PaletteSearch.Find(entries, "reate").Should().BeEmpty();
    }

    private static IEnumerable<string> Find(string typed, params string[] texts) =>
        PaletteSearch.Find([.. texts.Select(t => Entry(t))], typed).Select(e => e.Text);

    private static PaletteEntry Entry(string text, string also = "") => new(PaletteGroup.Records, text, "gift", "", () => Task.CompletedTask, Also: also);
}
