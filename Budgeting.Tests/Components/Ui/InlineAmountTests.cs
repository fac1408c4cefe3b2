using AngleSharp.Dom;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;
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

        Input(field).Change("13");

        _saved.Should().Equal(13m);
    }

    [Fact]
    public void Change_ToNothing_TakesTheAmountAway()
    {
        var field = Show(12.5m);

        Input(field).Change(" ");

        _saved.Should().Equal([null]);
    }

    [Fact]
    public void Change_ToNoAmount_IsSaidUnderTheFieldAndKept()
    {
        var field = Show(12.5m);

        Input(field).Change("lots");
        field.Render();

        ErrorOf(field).Should().Be("Enter an amount such as 12.50.");
        Input(field).GetAttribute("value").Should().Be("lots");
        _saved.Should().BeEmpty();
    }

    [Fact]
    public void Change_ThatIsRefused_IsSaidUnderTheFieldAndKept()
    {
        var field = Show(12.5m, _ => throw new InvalidException("price", "USD amounts have at most 2 decimals."));

        Input(field).Change("1.0055");

        ErrorOf(field).Should().Be("USD amounts have at most 2 decimals.");
        Input(field).GetAttribute("value").Should().Be("1.0055");
    }

    [Fact]
    public void Change_ThatFailsOtherwise_BringsTheOldAmountBack()
    {
        var field = Show(12.5m, _ => throw new StaleException("gift", "Max"));

        Input(field).Change("13");

        Input(field).GetAttribute("value").Should().Be("12.50");
        Services.GetRequiredService<Actions>().Message!.IsError.Should().BeTrue();
    }

    [Fact]
    public void Escape_TakesTheEditAndItsErrorBack()
    {
        var field = Show(12.5m);
        Input(field).Change("lots");

        Input(field).KeyDown("Escape");

        Input(field).GetAttribute("value").Should().Be("12.50");
        field.FindAll("[role=alert], [aria-invalid]").Should().BeEmpty();
        _saved.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ChangeBySomebodyElse_WhileTyping_ShowsOnceTheFieldIsLeftOrEscaped(bool escaped)
    {
        var begun = 0;
        var field = Show(12.5m, onBegin: () => begun++);
        Input(field).Focus();
        Input(field).KeyDown("1");

        field.Render(p => p.Add(f => f.Value, 50));
        Input(field).GetAttribute("value").Should().Be("12.50");
        if (escaped)
        {
            Input(field).KeyDown("Escape");
        }
        else
        {
            Input(field).Blur();
        }

        Input(field).GetAttribute("value").Should().Be("50.00");
        begun.Should().Be(1);
        _saved.Should().BeEmpty();
    }

    [Fact]
    public void Change_ToWhatThereWasWhenItBegan_SavesNothing()
    {
        var field = Show(12.5m);
        Input(field).Focus();
        field.Render(p => p.Add(f => f.Value, 50));

        Input(field).Change("12.5");

        Input(field).GetAttribute("value").Should().Be("50.00");
        _saved.Should().BeEmpty();
    }

    private static IElement Input(IRenderedComponent<InlineAmount> field) => field.Field("Price of Book");

    private static string ErrorOf(IRenderedComponent<InlineAmount> field)
    {
        Input(field).GetAttribute("aria-invalid").Should().Be("true");
        return Input(field).Error();
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
