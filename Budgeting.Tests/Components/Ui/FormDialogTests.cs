using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;

namespace Budgeting.Tests.Components;

/// <summary>What closes the dialog of a form asks first where something typed would be lost.</summary>
public sealed class FormDialogTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private ComponentContext _context = null!;
    private OpenPage _page = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _context = new ComponentContext(await _world.OrganizationAsync());
        _page = _context.Open<People>();
        _page.Press("Add person");
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public void Cancel_NothingTyped_ClosesAtOnce()
    {
        _page.Press("Cancel");

        _page.WaitFor(() => _page.AllByRole(AriaRole.Dialog).Should().BeEmpty());
    }

    [Fact]
    public void Cancel_TypedAndTakenBack_ClosesAtOnce()
    {
        _page.Type("Name", "Grandpa");
        _page.Type("Name", "");

        _page.Press("Cancel");

        _page.WaitFor(() => _page.AllByRole(AriaRole.Dialog).Should().BeEmpty());
    }

    [Fact]
    public void Cancel_SomethingTyped_AsksAndDiscards()
    {
        _page.Type("Name", "Grandpa");

        _page.Press("Cancel");
        _page.Sees("Discard what you typed?");
        _page.Answer("Discard");

        _page.WaitFor(() => _page.AllByRole(AriaRole.Dialog).Should().BeEmpty());
    }

    [Fact]
    public void Cancel_SomethingTyped_AsksAndKeeps()
    {
        _page.Type("Name", "Grandpa");

        _page.Press("Cancel");
        _page.Press("Keep editing");

        _page.NoLongerSees("Discard what you typed?");
        _page.Field("Name").GetAttribute("value").Should().Be("Grandpa");
    }
}
