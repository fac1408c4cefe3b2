using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;

namespace Budgeting.Tests.Components;

/// <summary>What every field says of itself to whoever doesn't see its frame.</summary>
public sealed class FieldTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private ComponentContext _tab = null!;
    private OpenPage _page = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _tab = new ComponentContext(await _world.OrganizationAsync());
        _page = _tab.Open<Owners>();
        _page.Press("Add owner");
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public void Refused_KeepsItsHintBesideWhatIsWrong()
    {
        _page.Type("Name", "Ann");
        _page.Type("IBAN", "DE00");
        _page.Submit();

        _page.WaitFor(() => _page.Field("IBAN").GetAttribute("aria-invalid").Should().Be("true"));
        _page.Field("IBAN").Description().Should().Be($"The account that the fund pays to, when it pays something back. {_page.Errors.Single()}");
        _page.Field("IBAN").GetAttribute("value").Should().Be("DE00");
    }

    [Fact]
    public void EachField_HasAnIdAndALabelOfItsOwn()
    {
        var fields = _page.All("form :is(input, select, textarea)");

        fields.Should().HaveCountGreaterThan(4);
        fields.Select(f => f.Id).Should().OnlyHaveUniqueItems();
        fields.Should().OnlyContain(f => _page.All($"label[for={f.Id}]").Count == 1);
    }
}
