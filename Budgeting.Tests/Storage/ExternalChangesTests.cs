using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

public sealed class ExternalChangesTests : IAsyncLifetime
{
    private readonly List<Change> _published = [];
    private TestWorld _server = null!;
    private TestWorld _command = null!;

    private ExternalChanges External => _server.Services.GetRequiredService<ExternalChanges>();

    public async Task InitializeAsync()
    {
        _server = await TestWorld.CreateAsync();
        _command = await TestWorld.CreateAsync(_server.Store);
        _server.Feed.Published += _published.AddRange;
    }

    public async Task DisposeAsync()
    {
        await _command.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Look_AfterAnotherProcessWrote_PublishesEachTopicOnce()
    {
        await LookAsync();
        var ada = await _command.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await ada.GiftAsync(occasion);

        await LookAsync();

        _published.Should().BeEquivalentTo(
        [
            new Change(ada.OrganizationId, OrganizationTopics.Organization),
            new Change(ada.OrganizationId, OrganizationTopics.Members),
            new Change(ada.OrganizationId, GiftingTopics.Occasion(occasion.Id)),
        ]);
    }

    [Fact]
    public async Task Look_Again_PublishesNothingMore()
    {
        await LookAsync();
        await _command.OrganizationAsync();
        await LookAsync();
        _published.Clear();

        await LookAsync();

        _published.Should().BeEmpty();
    }

    [Fact]
    public async Task Look_AtWhatThisProcessWrote_PublishesNothing()
    {
        await LookAsync();
        var ada = await _server.OrganizationAsync();
        await ada.PersonAsync();
        _published.Clear();

        await LookAsync();

        _published.Should().BeEmpty();
    }

    [Fact]
    public async Task Look_AtWhatBothWrote_PublishesTheOthers()
    {
        await LookAsync();
        var ours = await _server.OrganizationAsync();
        var theirs = await _command.OrganizationAsync();
        await ours.PersonAsync();
        _published.Clear();

        await LookAsync();

        _published.Should().NotBeEmpty().And.OnlyContain(c => c.OrganizationId == theirs.OrganizationId);
    }

    [Fact]
    public async Task Look_ForTheFirstTime_PublishesNothing()
    {
        await _command.OrganizationAsync();

        await LookAsync();

        _published.Should().BeEmpty();
    }

    [Fact]
    public async Task ARoleTakenAwayByAnotherProcess_CountsAfterTheLook()
    {
        await LookAsync();
        var ada = await _server.OrganizationAsync();
        var max = await _server.MemberAsync(ada, Role.Member);
        (await max.Current.RoleAsync()).Should().Be(Role.Member);
        var member = await ada.Organizations.MemberAsync(max.MemberId, CancellationToken.None);

        await _command.ActAs(ada.MemberIdentity).Organizations
            .UpdateMemberAsync(max.MemberId, new MemberInput { Name = member.Name, Role = Role.Viewer }, version: null, CancellationToken.None);
        await LookAsync();

        (await max.Current.RoleAsync()).Should().Be(Role.Viewer);
    }

    [Fact]
    public async Task Watch_PublishesByItself()
    {
        using var stop = new CancellationTokenSource();
        var told = new TaskCompletionSource();
        await LookAsync();
        await _command.OrganizationAsync();
        _server.Feed.Published += _ => told.TrySetResult();

        var watching = External.WatchAsync(stop.Token);

        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => watching).Should().ThrowAsync<OperationCanceledException>();
    }

    [PostgresTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Watch_HearsOfWhatIsCommitted_AlsoAfterItsConnectionWasLost(bool isLost)
    {
        using var stop = new CancellationTokenSource();
        var watching = External.WatchAsync(stop.Token);
        using var shell = _server.Shell();
        const string Listening = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'Budgeting listener' AND datname = current_database() AND query LIKE 'LISTEN%'";
        await Eventually.HoldsAsync(() => shell.Value(Listening) == "1", "it listens");
        if (isLost)
        {
            shell.Column("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Budgeting listener' AND datname = current_database()");
            await Eventually.HoldsAsync(
                () =>
                {
                    _server.Clock.Advance(TimeSpan.FromSeconds(1));
                    return shell.Value(Listening) == "1";
                },
                "it listens again");
        }

        var ada = await _command.OrganizationAsync();

        await Eventually.HoldsAsync(() => _published.ToArray().Contains(new Change(ada.OrganizationId, OrganizationTopics.Organization)), "it was announced");
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => watching).Should().ThrowAsync<OperationCanceledException>();
    }

    private Task LookAsync() => External.LookAsync(CancellationToken.None);
}
