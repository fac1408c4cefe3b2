using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Budgeting.Tests.Components;

public sealed class InlineAmountTests : BunitContext
{
    private readonly List<decimal?> _saved = [];

    public InlineAmountTests() => Services.AddMudServices().AddScoped<Dialogs>().AddScoped<Actions>();

    [Fact]
    public void Change_SavesTheAmount()
    {
        var field = Show(12.5m);

        field.Find("input").Change("13");

        _saved.Should().Equal(13m);
    }

    [Fact]
    public void Change_ToNothing_TakesTheAmountAway()
    {
        var field = Show(12.5m);

        field.Find("input").Change(" ");

        _saved.Should().Equal([null]);
    }

    [Fact]
    public void Change_ToNoAmount_IsSaidUnderTheFieldAndKept()
    {
        var field = Show(12.5m);

        field.Find("input").Change("lots");
        field.Render();

        ErrorOf(field).Should().Be("Enter an amount such as 12.50.");
        field.Find("input").GetAttribute("value").Should().Be("lots");
        _saved.Should().BeEmpty();
    }

    [Fact]
    public void Change_ThatIsRefused_IsSaidUnderTheFieldAndKept()
    {
        var field = Show(12.5m, _ => throw new InvalidException("price", "USD amounts have at most 2 decimals."));

        field.Find("input").Change("1.0055");

        ErrorOf(field).Should().Be("USD amounts have at most 2 decimals.");
        field.Find("input").GetAttribute("value").Should().Be("1.0055");
    }

    [Fact]
    public void Change_ThatFailsOtherwise_BringsTheOldAmountBack()
    {
        var field = Show(12.5m, _ => throw new StaleException("gift", "Max"));

        field.Find("input").Change("13");

        field.Find("input").GetAttribute("value").Should().Be("12.50");
        Services.GetRequiredService<Actions>().Message!.IsError.Should().BeTrue();
    }

    [Fact]
    public void Escape_TakesTheEditAndItsErrorBack()
    {
        var field = Show(12.5m);
        field.Find("input").Change("lots");

        field.Find("input").KeyDown("Escape");

        field.Find("input").GetAttribute("value").Should().Be("12.50");
        field.FindAll(".field-error, [aria-invalid]").Should().BeEmpty();
        _saved.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ChangeBySomebodyElse_WhileTyping_ShowsOnceTheFieldIsLeftOrEscaped(bool escaped)
    {
        var begun = 0;
        var field = Show(12.5m, onBegin: () => begun++);
        field.Find("input").Focus();
        field.Find("input").KeyDown("1");

        field.Render(p => p.Add(f => f.Value, 50));
        field.Find("input").GetAttribute("value").Should().Be("12.50");
        if (escaped)
        {
            field.Find("input").KeyDown("Escape");
        }
        else
        {
            field.Find("input").Blur();
        }

        field.Find("input").GetAttribute("value").Should().Be("50.00");
        begun.Should().Be(1);
        _saved.Should().BeEmpty();
    }

    [Fact]
    public void Change_ToWhatThereWasWhenItBegan_SavesNothing()
    {
        var field = Show(12.5m);
        field.Find("input").Focus();
        field.Render(p => p.Add(f => f.Value, 50));

        field.Find("input").Change("12.5");

        field.Find("input").GetAttribute("value").Should().Be("50.00");
        _saved.Should().BeEmpty();
    }

    private static string ErrorOf(IRenderedComponent<InlineAmount> field)
    {
        field.Find("input").GetAttribute("aria-invalid").Should().Be("true");
        return field.Find("#" + field.Find("input").GetAttribute("aria-describedby")).TextContent;
    }

    private IRenderedComponent<InlineAmount> Show(decimal? value, Action<decimal?>? save = null, Action? onBegin = null) => Render<InlineAmount>(p => p
        .Add(f => f.Label, "Price of Book")
        .Add(f => f.Value, value)
        .Add(f => f.Currency, Currency.Of("USD"))
        .Add(f => f.OnBegin, onBegin)
        .Add(f => f.OnSave, amount =>
        {
            (save ?? _saved.Add)(amount);
            return Task.CompletedTask;
        }));
}
