using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Gifting;

public sealed class GiftCheckTests
{
    private static readonly Guid Grandma = Guid.NewGuid();
    private static readonly Guid Max = Guid.NewGuid();

    [Fact]
    public void Of_WellWithinTheBudget_WarnsOfNothing()
    {
        var check = Check(Figures(total: 100, used: 10), price: 20);

        check.Warnings.Should().BeEmpty();
        (check.RemainingBefore, check.RemainingAfter, check.SubBudget).Should().Be((90, 70, null));
    }

    [Fact]
    public void Of_MoreThanTheBudget_SaysByHowMuch()
    {
        var check = Check(Figures(total: 100, used: 90), price: 20);

        check.Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsOccasion, 10));
        check.RemainingAfter.Should().Be(-10);
    }

    [Fact]
    public void Of_ExactlyTheBudget_IsNotOver() =>
        Check(Figures(total: 100, used: 90), price: 10).Warnings.Should().NotContain(w => w.Code == GiftWarning.ExceedsOccasion);

    [Fact]
    public void Of_CrossingTheThreshold_WarnsOnce()
    {
        Check(Figures(total: 100, used: 70), price: 9.99m).Warnings.Should().BeEmpty();
        Check(Figures(total: 100, used: 70), price: 10).Warnings.Should().Equal(new GiftWarning(GiftWarning.Near, 0));
        Check(Figures(total: 100, used: 80), price: 10).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Of_NoBudget_WarnsOfNothingAndHasNothingRemaining()
    {
        var check = Check(Figures(total: null, used: 90), price: Amounts.Max);

        check.Warnings.Should().BeEmpty();
        (check.RemainingBefore, check.RemainingAfter).Should().Be((null, null));
    }

    [Fact]
    public void Of_ZeroBudget_IsExceededByAnythingThatCosts()
    {
        Check(Figures(total: 0, used: 0), price: 0).Warnings.Should().BeEmpty();
        Check(Figures(total: 0, used: 0), price: 0.01m).Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsOccasion, 0.01m));
    }

    [Fact]
    public void Of_AlreadyOver_WarnsOfWhatCostsOnly()
    {
        Check(Figures(total: 100, used: 120), price: null).Warnings.Should().BeEmpty();
        Check(Figures(total: 100, used: 120), price: 5).Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsOccasion, 25));
    }

    [Fact]
    public void Of_DiscountAndQuantity_CountAsTheyWillBeSummed() =>
        GiftCheck.Of(Figures(total: 100, used: 0), ideasCountAsPlanned: true, new GiftCheckInput(30, 20, 3, null, null, null), current: null)
            .RemainingAfter.Should().Be(40);

    [Fact]
    public void Of_MoreThanTheSubBudget_SaysByHowMuch()
    {
        var check = Check(Figures(total: 1000, used: 40, recipient: Grandma, subBudget: 50), price: 25, recipient: Grandma);

        check.Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsSubBudget, 15));
        check.SubBudget.Should().Be(new Remaining(50, Before: 10, After: -15));
    }

    [Fact]
    public void Of_BothExceeded_SaysBoth() =>
        Check(Figures(total: 60, used: 40, recipient: Grandma, subBudget: 50), price: 25, recipient: Grandma)
            .Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsOccasion, 5), new GiftWarning(GiftWarning.ExceedsSubBudget, 15));

    [Fact]
    public void Of_CrossingTheSubBudgetsThreshold_Warns() =>
        Check(Figures(total: 1000, used: 30, recipient: Grandma, subBudget: 50), price: 10, recipient: Grandma)
            .Warnings.Should().Equal(new GiftWarning(GiftWarning.NearSubBudget, 0));

    [Fact]
    public void Of_RecipientWithoutSubBudget_HasNone() =>
        Check(Figures(total: 1000, used: 40, recipient: Grandma, subBudget: 50), price: 25, recipient: Max).SubBudget.Should().BeNull();

    [Fact]
    public void Of_EditedGift_DoesNotCountTwice()
    {
        var gift = GiftOf(40, Grandma);
        var figures = Figures(total: 100, used: 40, recipient: Grandma, subBudget: 50);

        var check = Check(figures, price: 45, recipient: Grandma, current: gift);

        check.Warnings.Should().Equal(new GiftWarning(GiftWarning.NearSubBudget, 0));
        (check.RemainingBefore, check.RemainingAfter).Should().Be((100, 55));
        check.SubBudget.Should().Be(new Remaining(50, Before: 50, After: 5));
    }

    [Fact]
    public void Of_EditedGiftWithAnotherRecipient_WeighsOnTheNewOnesSubBudgetInFull()
    {
        var gift = GiftOf(40, Max);
        var figures = Figures(total: 100, used: 40, recipient: Max, subBudget: null, others: (Grandma, 0, 30));

        var check = Check(figures, price: 40, recipient: Grandma, current: gift);

        check.Warnings.Should().Equal(new GiftWarning(GiftWarning.ExceedsSubBudget, 10));
        (check.RemainingAfter, check.SubBudget).Should().Be((60, new Remaining(30, Before: 30, After: -10)));
    }

    [Theory]
    [InlineData(true, GiftStatus.Idea, 40)]
    [InlineData(false, GiftStatus.Idea, 100)]
    [InlineData(false, GiftStatus.Selected, 40)]
    [InlineData(false, null, 40)]
    public void Of_Idea_CountsWhereIdeasDo(bool ideasCount, GiftStatus? status, int remaining) =>
        GiftCheck.Of(Figures(total: 100, used: 0, ideasCount: ideasCount), ideasCount, new GiftCheckInput(60, null, 1, null, status, null), current: null)
            .RemainingAfter.Should().Be(remaining);

    [Fact]
    public void Of_EditedIdeaThatDoesNotCount_StaysAnIdeaUnlessSaidOtherwise()
    {
        var figures = Figures(total: 100, used: 0, ideasCount: false);
        var idea = GiftOf(60, recipient: null, GiftStatus.Idea);

        GiftCheck.Of(figures, ideasCountAsPlanned: false, new GiftCheckInput(70, null, 1, null, null, idea.Id), idea).RemainingAfter.Should().Be(100);
        GiftCheck.Of(figures, ideasCountAsPlanned: false, new GiftCheckInput(70, null, 1, null, GiftStatus.Selected, idea.Id), idea).RemainingAfter.Should().Be(30);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Of_PriceOutOfRangeStillBeingTyped_NeverOverflows(string price)
    {
        var typed = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture);

        FluentActions.Invoking(() => Check(Figures(total: 100, used: 0), typed, quantity: int.MaxValue)).Should().NotThrow();
    }

    private static GiftCheck Check(OccasionFigures figures, decimal? price, Guid? recipient = null, GiftDto? current = null, int quantity = 1) =>
        GiftCheck.Of(figures, ideasCountAsPlanned: true, new GiftCheckInput(price, null, quantity, recipient, GiftStatus.Selected, current?.Id), current);

    private static GiftDto GiftOf(decimal price, Guid? recipient, GiftStatus status = GiftStatus.Selected) => new(
        Guid.NewGuid(), Guid.NewGuid(), "Gift", Url: null, Notes: null, Picture: null, price, DiscountPrice: null, Quantity: 1, price, status, recipient, BuyerId: null, Givers: [],
        GuestName: null, Wished: false, NoLongerWished: false, Version: 1);

    private static OccasionFigures Figures(
        decimal? total, decimal used, Guid? recipient = null, decimal? subBudget = null, bool ideasCount = true, (Guid Id, decimal Used, decimal SubBudget)? others = null)
    {
        var occasion = new OccasionDto(
            Guid.NewGuid(), "Christmas", new DateOnly(2026, 12, 24), Kind: null, RecursYearly: false, total, NearThresholdPercent: 80, ideasCount,
            Surprises: true, RevealOn: null, PreviousId: null, Archived: false, Version: 1);
        List<FigureRow> rows = [new(GiftStatus.Selected, recipient, 1, used, 0)];
        var subBudgets = new Dictionary<Guid, SubBudgetRow>();
        if (recipient is { } id && subBudget is { } amount)
        {
            subBudgets[id] = new SubBudgetRow(amount, 1);
        }

        if (others is { } other)
        {
            rows.Add(new FigureRow(GiftStatus.Purchased, other.Id, 1, other.Used, 0));
            subBudgets[other.Id] = new SubBudgetRow(other.SubBudget, 1);
        }

        return OccasionFigures.Of(occasion, Currency.Of("USD"), rows, subBudgets, keptFor: null);
    }
}
