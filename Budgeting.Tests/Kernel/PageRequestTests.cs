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
    public void NextCursor_OfAListByKey_HoldsTheKey()
    {
        var rows = Enumerable.Range(1, 3).Select(day => new Cursor<DateOnly>(new DateOnly(2026, 1, day), Guid.CreateVersion7())).ToList();

        var page = PageRequest.Of(limit: 2, cursor: null).ToPage(rows, row => row);

        PageRequest.Of(limit: 2, page.NextCursor).AfterKey<DateOnly>().Should().Be(rows[1]);
    }

    [Fact]
    public void Cursor_OfAListInAnotherOrder_IsRefused()
    {
        var byKey = PageRequest.Of(limit: 2, new Cursor<DateOnly>(new DateOnly(2026, 1, 1), Guid.CreateVersion7()).Encode());
        var byName = PageRequest.Of(limit: 2, new Cursor<string>("Ada", Guid.CreateVersion7()).Encode());
        var byId = PageRequest.Of(limit: 1, cursor: null).ToPage([Guid.CreateVersion7(), Guid.CreateVersion7()], id => id);

        byKey.Invoking(p => p.After).Should().Throw<InvalidException>().Which.Errors.Keys.Should().Equal("cursor");
        byName.Invoking(p => p.AfterKey<DateOnly>()).Should().Throw<InvalidException>().Which.Errors.Keys.Should().Equal("cursor");
        PageRequest.Of(limit: 1, byId.NextCursor).Invoking(p => p.AfterKey<DateOnly>()).Should().Throw<InvalidException>().Which.Errors.Keys.Should().Equal("cursor");
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
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAA")]
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
