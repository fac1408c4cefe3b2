using System.Text.RegularExpressions;
using Budgeting.Core.Organizations;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>What ends or changes a membership reaches pages that are open, without a reload.</summary>
public sealed partial class SessionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const float Must = 15_000;

    [Fact]
    public async Task SignOut_InOneTab_SendsTheOtherTabToSignIn()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/account");

        await other.SignOutAsync();

        await MustSignInAgainAsync(page);
    }

    [Fact]
    public async Task SignOut_LeavesTheUsersOtherBrowserWhereItIs()
    {
        var household = await Household.CreateAsync(Fixture);
        var (page, other) = (await household.OpenAsync("/people"), await household.OpenAsync("/people"));
        await other.GotoAsync("/account");

        await other.SignOutAsync();
        await household.Admin.PersonAsync("Uncle Bob");

        await page.GetByText("Uncle Bob").First.WaitForAsync();
    }

    [Fact]
    public async Task Removal_SendsTheMembersOpenPageToSignIn()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people", email: await household.MemberAsync(Role.Member, "Max"));

        await UpdateAsync(household, "Max", new MemberInput { Name = "Max", Role = Role.Member, Active = false });

        await MustSignInAgainAsync(page);
    }

    [Fact]
    public async Task NewRole_ShowsOnTheMembersOpenPage()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/settings/members", email: await household.MemberAsync(Role.Member, "Max"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Invite" })).ToHaveCountAsync(0);

        await UpdateAsync(household, "Max", new MemberInput { Name = "Max", Role = Role.Admin });

        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).First.WaitForAsync(new() { Timeout = Must });
    }

    [Fact]
    public async Task EveryPage_BreaksNothingOfItsContentSecurityPolicy()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                errors.Add($"{page.Url}: {message.Text}");
            }
        };

        foreach (var path in new[] { "/", "/occasions", $"/occasions/{occasion.Id}", "/people", "/settings", "/settings/members", "/settings/tokens" })
        {
            await page.OpenAsync(path);
        }

        await page.GotoAsync("/account");
        errors.Should().BeEmpty();
    }

    [GeneratedRegex(@"/sign-in(\?|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInPage();

    private static Task MustSignInAgainAsync(IPage page) =>
        Assertions.Expect(page).ToHaveURLAsync(SignInPage(), new() { Timeout = Must });

    private static async Task UpdateAsync(Household household, string name, MemberInput input)
    {
        var member = (await household.Admin.Organizations.MembersAsync(CancellationToken.None)).Single(m => m.Name == name);
        await household.Admin.Organizations.UpdateMemberAsync(member.Id, input, version: null, CancellationToken.None);
    }
}
