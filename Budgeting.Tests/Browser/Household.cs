using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>An organization of a browser test on its server, with members who can sign in.</summary>
public sealed class Household
{
    private readonly BrowserFixture _fixture;

    private Household(BrowserFixture fixture, TestActor admin, string email) => (_fixture, Admin, Email) = (fixture, admin, email);

    public TestActor Admin { get; }

    public string Email { get; }

    public static async Task<Household> CreateAsync(BrowserFixture fixture)
    {
        var email = TestActors.NewEmail();
        var input = new SetupInput
        {
            Admin = new AccountInput { Name = "Ada", Email = email, Password = TestWorld.Password },
            OrganizationName = "Family",
            Currency = "USD",
        };
        var identified = await fixture.Server.Services.GetRequiredService<SetupService>().CreateOrganizationAsync(input, CancellationToken.None);
        return new Household(fixture, new TestActor(fixture.Server.Services.CreateScope(), identified), email);
    }

    /// <summary>A further member's e-mail address.</summary>
    public async Task<string> MemberAsync(Role role, string name)
    {
        var invitation = await Admin.Invitations.CreateAsync(role, note: null, CancellationToken.None);
        var account = new AccountInput { Name = name, Email = TestActors.NewEmail(), Password = TestWorld.Password };
        await Admin.Invitations.AcceptAsync(invitation.Secret, account, CancellationToken.None);
        return account.Email;
    }

    /// <summary>An occasion with a budget of $500, and four gifts over the board.</summary>
    public async Task<OccasionDto> ChristmasAsync()
    {
        var occasion = await Admin.OccasionAsync(budget: 500);
        var grandma = await Admin.PersonAsync("Grandma");
        await Admin.GiftAsync(occasion, price: 20, GiftStatus.Idea, grandma.Id, name: "Cookbook");
        await Admin.GiftAsync(occasion, price: 40, GiftStatus.Selected, name: "Scarf");
        await Admin.GiftAsync(occasion, price: 70, GiftStatus.Purchased, grandma.Id, name: "Train set");
        await Admin.GiftAsync(occasion, price: null, GiftStatus.Idea, name: "Surprise");
        return occasion;
    }

    /// <summary>A signed-in page of a browser of its own.</summary>
    public async Task<IPage> OpenAsync(string path = "/", BrowserNewContextOptions? options = null, string? email = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL ??= _fixture.Server.Address.ToString();
        options.Locale ??= "en-US";
        var context = await _fixture.Browser.NewContextAsync(options);
        await context.AddCookiesAsync(await CookiesAsync(email ?? Email));
        var page = await context.NewPageAsync();
        await page.OpenAsync(path);
        return page;
    }

    // As the form of the sign-in page leaves them, without the two pages that a browser would load for it.
    private async Task<IEnumerable<Cookie>> CookiesAsync(string email)
    {
        using var browser = await _fixture.Server.BrowserAsync(email);
        return browser.Cookies.GetAllCookies().Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
            HttpOnly = c.HttpOnly,
            SameSite = SameSiteAttribute.Lax,
        }).ToList();
    }
}
