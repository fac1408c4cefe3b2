using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Organizations;

/// <summary>A history says by whom something was done: whichever way a name is given, it is nobody else's.</summary>
public sealed class MemberNameTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    public static TheoryData<string> Ways { get; } = ["rename", "rename oneself", "join", "join with an account", "command line"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Name_OfAnother_IsRefusedHoweverItIsSpelt(string way)
    {
        var ada = await fixture.World.OrganizationAsync();
        await LeaverAsync(ada);

        foreach (var name in new[] { "Ada", " aDA ", "Ren\u00E9  lee", "Rene\u0301\u00A0Lee" })
        {
            var error = await FluentActions.Awaiting(() => NameAsync(way, ada, name)).ShouldRefuseAsync<ConflictException>();

            (error.Code, error.Field).Should().Be(("member.name-taken", "name"), name);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Name_WithWhatNobodySees_IsRefused(string way)
    {
        var ada = await fixture.World.OrganizationAsync();

        foreach (var name in new[] { "Eve\u200B", "\u202EevE", "E\u2066ve", "E\u00ADve", "\uFEFFEve", "E\u200Dve" })
        {
            await FluentActions.Awaiting(() => NameAsync(way, ada, name)).ShouldBeInvalidAsync("name");
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Name_OfOnesOwn_IsKeptAsItLooks(string way)
    {
        var ada = await fixture.World.OrganizationAsync();

        await NameAsync(way, ada, " Eve  O\u2019Neill ");

        (await ada.Organizations.MembersAsync(default)).Should().ContainSingle(m => m.Name == "Eve O\u2019Neill");
    }

    [Fact]
    public async Task Name_ThatIsOnesOwnAlready_CanBeSpeltOtherwise()
    {
        var ada = await fixture.World.OrganizationAsync();

        var renamed = await ada.Organizations.UpdateMemberAsync(ada.MemberId, new MemberInput { Name = "ADA", Role = Role.Admin }, version: null, default);

        renamed.Name.Should().Be("ADA");
    }

    // One who left still is in the history.
    private async Task LeaverAsync(TestActor ada)
    {
        var left = await fixture.World.MemberAsync(ada, Role.Member, "Ren\u00E9 Lee");
        await ada.Organizations.UpdateMemberAsync(left.MemberId, new MemberInput { Name = "Ren\u00E9 Lee", Role = Role.Member, Active = false }, version: null, default);
    }

    private async Task NameAsync(string way, TestActor ada, string name)
    {
        var account = new AccountInput { Name = name, Email = $"{Guid.NewGuid():N}@example.org", Password = TestWorld.Password };
        switch (way)
        {
            case "command line":
                await Get<SetupService>().CreateMemberAsync(account, Role.Member, ada.OrganizationId, default);
                break;
            case "join":
                await ada.Invitations.AcceptAsync(await LinkAsync(ada), account, default);
                break;
            case "join with an account":
                await ada.Invitations.AcceptAsync(await LinkAsync(ada), await StrangerAsync(), name, default);
                break;
            default:
                var max = await fixture.World.MemberAsync(ada, Role.Member);
                var by = way == "rename" ? ada : max;
                await by.Organizations.UpdateMemberAsync(max.MemberId, new MemberInput { Name = name, Role = Role.Member }, version: null, default);
                break;
        }
    }

    private static async Task<string> LinkAsync(TestActor ada) => (await ada.Invitations.CreateAsync(Role.Member, note: null, default)).Secret;

    private async Task<User> StrangerAsync()
    {
        var other = await fixture.World.OrganizationAsync();
        var email = (await other.Organizations.MemberAsync(other.MemberId, default)).Email;
        await using var db = fixture.World.Db(other.OrganizationId);
        return await db.Users.SingleAsync(u => u.Email == email);
    }

    private T Get<T>()
        where T : notnull => fixture.World.Services.GetRequiredService<T>();
}
