using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Gifting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class UndoToastTests : IAsyncLifetime
{
    private readonly TestTimers _time = new();
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private GiftDto _gift = null!;
    private ComponentContext _tab = null!;
    private IRenderedComponent<UndoToast> _toast = null!;

    private UndoableActions UndoableActions => _tab.Services.GetRequiredService<UndoableActions>();

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _gift = await _ada.GiftAsync(await _ada.OccasionAsync(), name: "Scarf");
        _tab = new ComponentContext(_ada, services => services.AddSingleton<TimeProvider>(_time));
        _toast = _tab.Render<UndoToast>();
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Change_IsSaidAndUndoneAndRedone()
    {
        IsHidden.Should().BeTrue();
        await DeleteAsync();
        _toast.WaitForAssertion(() => Said.Should().Be("“Scarf” deleted. Undo with Control Z."));
        IsHidden.Should().BeFalse();

        Press("Undo");
        _toast.WaitForAssertion(() => Said.Should().Be("Undone: “Scarf” deleted. Redo with Control Z."));
        (await _ada.Gifts.GetAsync(_gift.Id, default)).Name.Should().Be("Scarf");

        _time.Pass(TimeSpan.FromSeconds(1));
        Press("Redo");
        _toast.WaitForAssertion(() => Said.Should().StartWith("Redone:"));
        (await _ada.Gifts.ListAsync(_gift.OccasionId, new(), default)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Press_AgainAtOnce_OrHeldDown_DoesNotTakeBackWhatItDid()
    {
        await DeleteAsync();
        Press("Undo");
        _toast.WaitForAssertion(() => Said.Should().StartWith("Undone:"));

        foreach (var _ in Enumerable.Range(0, 5))
        {
            _time.Pass(TimeSpan.FromMilliseconds(300));
            await _toast.Find("[data-keys]").ClickAsync(new());
            await _toast.ByRole(AriaRole.Button, "Redo").ClickAsync(new());
        }

        Said.Should().StartWith("Undone:");
        (await _ada.Gifts.GetAsync(_gift.Id, default)).Name.Should().Be("Scarf");
    }

    [Fact]
    public async Task Change_OfNothing_SaysNothing()
    {
        await _toast.InvokeAsync(() => UndoableActions.DoAsync(() => _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput(), null, default), _ => "Changed."));

        IsHidden.Should().BeTrue();
    }

    [Fact]
    public async Task Time_WhilePointedAtOrFocused_StandsStill()
    {
        await DeleteAsync();
        _time.Pass(TimeSpan.FromSeconds(6));
        Section.MouseEnter();
        _time.Pass(TimeSpan.FromMinutes(1));
        Section.MouseLeave();
        _time.Pass(TimeSpan.FromSeconds(3));
        Section.FocusIn();
        _time.Pass(TimeSpan.FromMinutes(1));
        Section.GetAttribute("data-left").Should().Be("1000");
        Section.FocusOut();
        IsHidden.Should().BeFalse();

        _time.Pass(TimeSpan.FromSeconds(1));

        _toast.WaitForAssertion(() => IsHidden.Should().BeTrue());
    }

    [Fact]
    public async Task Reload_OfTheTab_OffersWhatStillStands()
    {
        await DeleteAsync();
        var kept = $$"""{"write": "{{Section.GetAttribute("data-undo")}}", "text": "“Scarf” deleted.", "step": "Done", "left": 99999}""";
        await using var again = new ComponentContext(_ada, services => services.AddSingleton<TimeProvider>(_time));
        var toast = again.Render<UndoToast>();

        toast.Find("[data-undo-resume]").Change(kept);

        toast.WaitForAssertion(() => toast.Find("section").GetAttribute("data-left").Should().Be("10000"));
        Press("Undo");
        _toast.WaitForAssertion(() => Said.Should().StartWith("Undone:"));
        await using var late = new ComponentContext(_ada, services => services.AddSingleton<TimeProvider>(_time));
        var none = late.Render<UndoToast>();
        await none.Find("[data-undo-resume]").ChangeAsync(new() { Value = kept });
        await none.Find("[data-undo-resume]").ChangeAsync(new() { Value = "null" });
        none.Find("section").HasAttribute("hidden").Should().BeTrue();
    }

    [Fact]
    public async Task Undo_OfWhatSomebodyChangedMeanwhile_SaysSoAndOffersNoMore()
    {
        await _toast.InvokeAsync(() => UndoableActions.DoAsync(() => _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { Price = 1 }, null, default), _ => "Changed."));
        await _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { Price = 2 }, null, default);

        Press("Undo");

        _toast.WaitForAssertion(() => _tab.Told.Should().ContainSingle().Which.Should().Contain("changed by Ada meanwhile"));
        IsHidden.Should().BeTrue();
    }

    [Fact]
    public async Task History_RestoresAVersionAndSaysSo()
    {
        await _ada.Gifts.UpdateAsync(_gift.Id, _gift.ToInput() with { Name = "Shawl" }, null, default);
        var past = await Past.OfAsync(_gift.OccasionId);
        var page = _tab.Render<RecordHistory<GiftInput, GiftDto>>(p => p.Add(h => h.Past, past).Add(h => h.Id, _gift.Id));

        page.ByRole(AriaRole.Button, "Restore this version: 1").Click();

        _toast.WaitForAssertion(() => Said.Should().StartWith("“Scarf” restored."));
        page.WaitForAssertion(() => page.FindAll("ol > li").Should().HaveCount(3));
    }

    [Fact]
    public async Task DeletedGifts_AreListedAndRestored()
    {
        await _ada.Gifts.DeleteAsync(_gift.Id, null, default);
        var past = await Past.OfAsync(_gift.OccasionId);
        var list = _tab.Render<DeletedRecords<GiftInput, GiftDto>>(
            p => p.Add(d => d.Past, past).Add(d => d.ParentId, _gift.OccasionId).Add(d => d.View, Past.DeletedViewAsync));

        list.ByRole(AriaRole.Button, "Restore Scarf").Click();

        list.WaitForAssertion(() => list.Markup.Should().Contain("Nothing deleted"));
        (await _ada.Gifts.GetAsync(_gift.Id, default)).Version.Should().Be(3);
    }

    private GiftHistory Past => _tab.Services.GetRequiredService<GiftHistory>();

    private AngleSharp.Dom.IElement Section => _toast.Find("section");

    private bool IsHidden => Section.HasAttribute("hidden");

    private string Said => _toast.ByRole(AriaRole.Status).Words();

    private Task DeleteAsync() => _toast.InvokeAsync(() => UndoableActions.TryAsync(() => _ada.Gifts.DeleteAsync(_gift.Id, null, default), GiftWords.Deleted("Scarf")));

    private void Press(string name) => _toast.ByRole(AriaRole.Button, name).Click();
}
