using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Organizations;

public sealed class SessionsServiceTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private User _user = null!;

    private SessionsService Sessions => _world.Services.GetRequiredService<SessionsService>();

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        await using var db = _world.Db(_ada.OrganizationId);
        _user = await db.Users.SingleAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task IsGoodAsync_Started_IsGoodForItsUserOnly()
    {
        var session = await StartAsync();

        (await Sessions.IsGoodAsync(_user.Id, session, default)).Should().BeTrue();
        (await Sessions.IsGoodAsync(Guid.NewGuid(), session, default)).Should().BeFalse();
        (await Sessions.IsGoodAsync(_user.Id, Guid.CreateVersion7(_world.Clock.GetUtcNow()), default)).Should().BeFalse();
    }

    [Fact]
    public async Task EndAsync_OneOfTwo_LeavesTheOther()
    {
        var (here, there) = (await StartAsync(), await StartAsync());

        await Sessions.EndAsync(_user.Id, here, default);
        await Sessions.EndAsync(_user.Id, here, default);

        (await Sessions.IsGoodAsync(_user.Id, here, default)).Should().BeFalse();
        (await Sessions.IsGoodAsync(_user.Id, there, default)).Should().BeTrue();
    }

    [Fact]
    public async Task IsGoodAsync_AfterItsLifetime_IsOver()
    {
        var session = await StartAsync();
        _world.Clock.Advance(SessionsService.Lifetime - TimeSpan.FromSeconds(1));
        (await Sessions.IsGoodAsync(_user.Id, session, default)).Should().BeTrue();

        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        (await Sessions.IsGoodAsync(_user.Id, session, default)).Should().BeFalse();
    }

    [Fact]
    public async Task StartAsync_WithSessionsTooOldOrOfAnotherPassword_ForgetsThem()
    {
        await StartAsync();
        await Sessions.StartAsync(_user.Id, "the stamp before", default);
        _world.Clock.Advance(SessionsService.Lifetime);

        var session = await StartAsync();

        await using var db = _world.Db(_ada.OrganizationId);
        (await db.UserTokens.Select(t => t.Name).ToListAsync()).Should().Equal(session.ToString());
    }

    [Fact]
    public async Task IsGoodAsync_OfAnotherPassword_IsOver()
    {
        var session = await Sessions.StartAsync(_user.Id, "the stamp before", default);

        (await Sessions.IsGoodAsync(_user.Id, session, default)).Should().BeFalse();
    }

    [Fact]
    public async Task EndAsync_Session_TellsTheOpenPagesOfTheUser()
    {
        var told = new TaskCompletionSource<IReadOnlyList<Change>>();
        using var page = _world.Feed.Subscribe(_ada.OrganizationId, [OrganizationTopics.Sessions(_user.Id)], changes =>
        {
            told.TrySetResult(changes);
            return Task.CompletedTask;
        });

        await Sessions.EndAsync(_user.Id, await StartAsync(), default);

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(10))).Should().ContainSingle().Which.Topic.Should().Be(OrganizationTopics.Sessions(_user.Id));
    }

    private Task<Guid> StartAsync() => Sessions.StartAsync(_user.Id, _user.SecurityStamp!, default);
}
