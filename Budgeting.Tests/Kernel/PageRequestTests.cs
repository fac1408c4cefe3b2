using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Tests.Kernel;

public sealed class PageRequestTests
{
    [Fact]
    public void Of_Nothing_IsTheFirstPageOfFifty()
    {
        var page = PageRequest.Of(limit: null, cursor: null);

        page.Should().Be(PageRequest.First);
        (page.Limit, page.After).Should().Be((50, null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public void Of_LimitOutOfRange_IsRefused(int limit)
    {
        var act = () => PageRequest.Of(limit, cursor: null);

        act.Should().Throw<InvalidException>().Which.Errors.Keys.Should().Equal("limit");
    }

    [Fact]
    public void NextCursor_GivenBack_ContinuesBehindTheLastItem()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
        var page = PageRequest.Of(limit: 2, cursor: null).ToPage(ids, id => id);

        page.Items.Should().Equal(ids[0], ids[1]);
        PageRequest.Of(limit: 2, page.NextCursor).After.Should().Be(ids[1]);
    }

    [Fact]
    public void ToPage_NoMoreThanTheLimit_IsTheLast()
    {
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };

        PageRequest.Of(limit: 2, cursor: null).ToPage(ids, id => id).Should().BeEquivalentTo(new Page<Guid>(ids, NextCursor: null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("not a cursor of ours!!")]
    [InlineData("                      ")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("++++++++++++++++++++++")]
    [InlineData("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ")]
    public void Of_Garbage_IsRefused(string cursor)
    {
        var act = () => PageRequest.Of(limit: null, cursor);

        act.Should().Throw<InvalidException>().Which.Errors.Keys.Should().Equal("cursor");
    }

    [Fact]
    public void Of_BothWrong_NamesBoth()
    {
        var act = () => PageRequest.Of(limit: 0, cursor: "?");

        act.Should().Throw<InvalidException>().Which.Errors.Keys.Should().BeEquivalentTo("limit", "cursor");
    }
}
