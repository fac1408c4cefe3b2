using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("Ann  Lee", "Ann Lee")]
    [InlineData(" Ann\u00A0\u2003Lee ", "Ann Lee")]
    [InlineData("A\u200Bn\u2060n\u00AD\uFEFF", "Ann")]
    [InlineData("Ann\uFE0F", "Ann")]
    [InlineData("A\u200Dnn", "Ann")]
    [InlineData("Rene\u0301", "Ren\u00E9")]
    [InlineData("Ann\u2028Lee", "Ann\nLee")]
    public void Name_IsWithoutWhatNobodySees(string typed, string kept)
    {
        CanonicalText.Name(typed).Should().Be(kept);
    }

    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("👩\u200D🚀 ❤\uFE0F")]
    [InlineData("クラス ١٢\u0600")]
    public void Name_KeepsWhatItsAlphabetNeeds(string name)
    {
        CanonicalText.Name(name).Should().Be(name);
    }

    [Theory]
    [InlineData("ann  lee", "Ann Lee", true)]
    [InlineData("Ann\u200B", "ANN", true)]
    [InlineData("❤\uFE0F", "❤", true)]
    [InlineData("Ann Lee", "AnnLee", false)]
    public void AreAlike_GoesByWhatIsSeen(string some, string other, bool alike)
    {
        CanonicalText.AreAlike(some, other).Should().Be(alike);
    }
}
