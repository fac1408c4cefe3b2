using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class LooseTextTests
{
    [Theory]
    [InlineData("Zoë's Drone", "drone zoe", true)]
    [InlineData("ÜBER uns", "über", true)]
    [InlineData("Book", "BOOK", true)]
    [InlineData("Book", "cook book", false)]
    [InlineData("Anything", "  ", true)]
    public void HasAll_LooksForEachWordAnywhere_WhateverItsCaseAndAccents(string text, string typed, bool expected) =>
        LooseText.HasAll(text, LooseText.WordsOf(typed)).Should().Be(expected);
}
