using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace Budgeting.Tests.Components;

public sealed class GiftLinkTests : IAsyncLifetime
{
    private const string Headphones = TestShop.Address + "/headphones";

    private TestWorld _world = null!;
    private TestShop _shop = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private ComponentContext _tab = null!;

    public async Task InitializeAsync()
    {
        (_world, _shop) = (await TestWorld.CreateAsync(), await TestShop.StartAsync());
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync(budget: 500);
        _tab = new ComponentContext(_ada, _shop.Open);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _shop.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task PastingALink_FillsTheFormAndSavesThePicture()
    {
        var form = Open();

        Paste(form, Headphones);

        form.Sees("Filled in name, price and picture from shop.example.");
        (Value(form, "Name"), Value(form, "Price ($)"), Value(form, "Link")).Should().Be(("Headphones", "129.90", Headphones));
        form.Sees("Remaining for Christmas");
        form.Find("img").GetAttribute("src").Should().StartWith("data:image/png;base64,");
        form.Submit();
        form.WaitFor(() => Gifts().Should().ContainSingle(g => g.Name == "Headphones" && g.Price == 129.90m && g.Picture != null));
        (await _ada.Pictures.GetAsync(Gifts()[0].Id, default)).Bytes.Should().Equal(TestPictures.Png);
    }

    [Fact]
    public void WhatWasTyped_Stays()
    {
        var form = Open();
        form.Type("Name", "For Max");
        form.Type("Link", Headphones);
        form.Field("Price ($)").Input("99");

        form.Press("Fill in from the link");

        form.Sees("Filled in picture from shop.example.");
        (Value(form, "Name"), Value(form, "Price ($)")).Should().Be(("For Max", "99"));
    }

    [Fact]
    public void PastingALinkWithANameTyped_ReadsNothing()
    {
        var form = Open();
        form.Type("Name", "For Max");

        Paste(form, Headphones);

        form.Markup.Should().NotContain("Reading the page");
        _shop.Requests.Should().BeEmpty();
    }

    [Fact]
    public void APageThatSaysNothing_LeavesTheFormUsable()
    {
        _shop.Page("/empty", "<p>Hello</p>");
        var form = Open();

        Paste(form, TestShop.Address + "/empty");

        form.Sees("The page says nothing about a product. Fill in the gift yourself.");
        form.Type("Name", "Kite");
        form.Submit();
        form.WaitFor(() => Gifts().Should().ContainSingle(g => g.Name == "Kite" && g.Url == TestShop.Address + "/empty"));
    }

    [Fact]
    public void APageInAnotherCurrency_SaysWhichAndAsksForThePrice()
    {
        _shop.Page("/drachen", "<meta property='og:title' content='Drachen'><meta property='og:price:amount' content='12.50'><meta property='og:price:currency' content='EUR'>");
        var form = Open();

        Paste(form, TestShop.Address + "/drachen");

        form.Sees("Filled in name from shop.example. The page's price is in EUR: enter yours.");
        Value(form, "Price ($)").Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task ClosingTheForm_EndsTheReading()
    {
        var asked = new TaskCompletionSource<CancellationToken>();
        _shop.Silence("/never", asked.SetResult);
        var form = Open();
        Paste(form, TestShop.Address + "/never");
        form.Sees("Reading the page…");
        var aborted = new TaskCompletionSource();
        (await asked.Task).Register(aborted.SetResult);

        await _tab.DisposeComponentsAsync();

        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task RemovePicture_IsSavedWithTheForm()
    {
        var gift = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = PictureInput.Of(TestPictures.Png) }, default);
        var form = Open(gift.Id);
        form.Find("img").GetAttribute("src").Should().StartWith($"api/v1/gifts/{gift.Id}/picture?v=");

        form.Press("Remove picture");

        form.WaitFor(() => form.All("img").Should().BeEmpty());
        Gifts()[0].Picture.Should().NotBeNull("it isn't saved yet");
        form.Submit();
        form.WaitFor(() => Gifts()[0].Picture.Should().BeNull());
    }

    [Theory]
    [InlineData("www.shop.example/x", "https://www.shop.example/x")]
    [InlineData("shop.example", "https://shop.example")]
    [InlineData("shop.example:8080/x?y=1", "https://shop.example:8080/x?y=1")]
    [InlineData("müller.example/x", "https://müller.example/x")]
    [InlineData("https://shop.example/x", "https://shop.example/x")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("ada@shop.example", "ada@shop.example")]
    [InlineData("12.50", "12.50")]
    [InlineData("the shop.", "the shop.")]
    public void LeavingTheLink_CompletesIt(string typed, string expected)
    {
        var form = Open();

        form.Type("Link", typed);

        Value(form, "Link").Should().Be(expected);
    }

    private static string? Value(OpenPage form, string label) => form.Field(label).GetAttribute("value");

    private static void Paste(OpenPage form, string link)
    {
        form.Field("Link").TriggerEvent("onpaste", new ClipboardEventArgs());
        form.Field("Link").Input(link);
    }

    private OpenPage Open(Guid? giftId = null)
    {
        var form = new OpenPage(_tab.Render(builder =>
        {
            builder.OpenComponent<GiftForm>(0);
            builder.AddAttribute(1, nameof(GiftForm.OccasionId), _occasion.Id);
            builder.AddAttribute(2, nameof(GiftForm.GiftId), giftId);
            builder.CloseComponent();
        }));
        form.Find("form");
        return form;
    }

    private IReadOnlyList<GiftDto> Gifts() =>
        _ada.Gifts.PageAsync(_occasion.Id, new OccasionPageQuery { Order = new GiftOrder() }, default).GetAwaiter().GetResult().Table!;
}
