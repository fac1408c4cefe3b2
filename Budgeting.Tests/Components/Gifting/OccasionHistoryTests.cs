using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Ui;
using Bunit;

namespace Budgeting.Tests.Components;

public sealed class OccasionHistoryTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _max = await _world.MemberAsync(_ada, Role.Member);
        await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
        _occasion = await _ada.OccasionAsync(budget: 1234.5m);
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Change_SaysWhoSetTheDay()
    {
        await _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { RevealOn = new DateOnly(2026, 12, 26), NearThresholdPercent = 90 }, null, default);
        await using var tab = new ComponentContext(_ada);

        var past = OccasionHistory.Of(_ada.Occasions, _ada.Current, _occasion.Id, mayRestore: true);
        var history = tab.Render<RecordHistory<OccasionInput, OccasionDto>>(p => p.Add(h => h.Past, past).Add(h => h.Id, _occasion.Id));

        history.WaitForAssertion(() => history.FindAll("ol > li")[0].Words().Should()
            .StartWith("Max changed it").And.Contain("Reveal on: never Saturday, 26 December 2026").And.Contain("Warn when this share is used (%): 80 90"));
        history.FindAll("ol > li")[1].Words().Should().StartWith("Ada added it").And.Contain("Budget: $1,234.50").And.Contain("Keep surprises: yes");
    }

    [Fact]
    public async Task Page_TellsEverybodyBefore()
    {
        await _max.Occasions.UpdateAsync(_occasion.Id, _occasion.ToInput() with { RevealOn = new DateOnly(2026, 12, 26) }, null, default);
        await using var tab = new ComponentContext(_ada);

        var page = tab.Render<OccasionDetails>(p => p.Add(d => d.Id, _occasion.Id));

        page.WaitForAssertion(() => page.WordsOf(AriaRole.Paragraph).Should()
            .ContainMatch("From Saturday, 26 December 2026 on, everybody sees everything here, also what is planned for them. Max set that on*"));
    }

    [Fact]
    public async Task Form_TellsWhoeverTheyAreKeptFromWhatTheyCanSet()
    {
        await using var max = new ComponentContext(_max);
        await using var ada = new ComponentContext(_ada);

        var theirs = max.Render<OccasionForm>(p => p.Add(f => f.Occasion, _occasion));
        var others = ada.Render<OccasionForm>(p => p.Add(f => f.Occasion, _occasion));

        theirs.WaitForAssertion(() => theirs.WordsOf(AriaRole.Paragraph).Should().ContainMatch("*Saturday, 28 November 2026 or later*"));
        others.WaitForAssertion(() => others.Field("Name").GetAttribute("value").Should().Be(_occasion.Name));
        others.Markup.Should().NotContain("There may be surprises for you here");
    }
}
