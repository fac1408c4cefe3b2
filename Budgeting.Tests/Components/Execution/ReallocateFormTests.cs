using AngleSharp.Dom;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Execution;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>Moving approved amounts: what is left of each program budget stands there while somebody types.</summary>
public sealed class ReallocateFormTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.CreateAsync(fixture.World.Services);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SeveralMoves_ShowWhatIsLeftAfterAllOfThem_AndAreMadeAsOne()
    {
        await using var tab = new ComponentContext(_office.Approver);
        var page = Open(tab);

        Move(page, 1, "1000 Program 1000", "2000 Program 2000", "100");
        page.Press("Another move");
        Move(page, 2, "2000 Program 2000", "1000 Program 1000", "30");
        page.WaitFor(() => LeftIn(page).Should().Equal(("Program 1000", "$700.00", "$630.00"), ("Program 2000", "$500.00", "$570.00")));
        page.Type("Reason", "Winter");
        page.Type("Authority no.", "2026-17");
        page.Submit();

        page.Sees("Reallocated.");
        page.WaitFor(() => page.Items("Adjustments").Should().AllSatisfy(i => i.Words().Should().Contain("Winter · authority no. 2026-17")));
        page.WaitFor(() => page.Items("Adjustments").Select(i => i.Words()).Should().HaveCount(2).And.Contain(i => i.EndsWith("+$70.00")).And.Contain(i => i.EndsWith("−$70.00")));
    }

    [Fact]
    public async Task MoreThanIsLeft_IsSaidWhileTyping_AndRefused()
    {
        await using var tab = new ComponentContext(_office.Approver);
        var page = Open(tab);

        Move(page, 1, "1000 Program 1000", "2000 Program 2000", "700.01");
        page.WaitFor(() => LeftIn(page).Should().Equal(("Program 1000", "$700.00", "−$0.01"), ("Program 2000", "$500.00", "$1,200.01")));
        page.Type("Reason", "Winter");
        page.Submit();

        page.WaitFor(() => page.All(".form-error").Single().Words().Should().Contain("700.00"));
        (await _office.Approver.NowAsync(_office.Budget)).ApprovedAmount.Should().Be(1000);
    }

    [Fact]
    public async Task AllotedByAnother_ChangesWhatIsLeft_AndKeepsWhatIsTyped()
    {
        await using var tab = new ComponentContext(_office.Approver);
        var page = Open(tab);
        Move(page, 1, "1000 Program 1000", "2000 Program 2000", "100");

        await _office.Admin.AllotmentAsync(_office.Budget, 50, quarter: 2);

        page.WaitFor(() => LeftIn(page).Should().Equal(("Program 1000", "$650.00", "$550.00"), ("Program 2000", "$500.00", "$600.00")));
    }

    [Fact]
    public async Task WhatIsMissing_IsSaidBesideItsMove()
    {
        await using var tab = new ComponentContext(_office.Approver);
        var page = Open(tab);

        page.Submit();

        page.WaitFor(() => page.Errors.Should().Equal(
            "Choose a program budget of the proposal.", "Choose a program budget of the proposal.", "Enter an amount.", "Enter the reason."));
    }

    private OpenPage Open(ComponentContext tab)
    {
        var page = tab.Open<ProposalDetails>(("Id", _office.Proposal.Id));
        page.Press("Reallocate…");
        page.Field("From");
        return page;
    }

    private static void Move(OpenPage page, int number, string from, string to, string amount)
    {
        page.WaitFor(() => page.AllByRole(AriaRole.Group, $"Move {number}").Should().ContainSingle());
        Choose(page, number, number == 1 ? "From" : $"From ({number})", from);
        Choose(page, number, number == 1 ? "To" : $"To ({number})", to);
        In(page, number, "input").Input(amount);
    }

    private static void Choose(OpenPage page, int number, string label, string option)
    {
        var select = In(page, number, "select", label);
        select.Change(select.AllByRole(AriaRole.Option).Single(o => o.TextContent == option).GetAttribute("value")!);
    }

    private static IElement In(OpenPage page, int number, string element, string? label = null) =>
        page.ByRole(AriaRole.Group, $"Move {number}").QuerySelectorAll(element).Single(e => label is null || e.AccessibleName() == label);

    private static IEnumerable<(string, string, string)> LeftIn(OpenPage page) =>
        page.Dialog().QuerySelectorAll("dl > div")
        .Select(level => (level.QuerySelector("dt")!.Words()["Not allotted of ".Length..], Words: level.QuerySelector("dd")!.Words().Split("to ")))
        .Select(level => (level.Item1, level.Words[0], level.Words[^1]));
}
