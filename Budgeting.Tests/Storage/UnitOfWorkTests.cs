using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

public sealed class UnitOfWorkTests : IAsyncLifetime
{
    private static readonly Actor Nobody = new(MemberId: null, TokenId: null);

    private TestWorld _world = null!;
    private TestActor _ada = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private Database Database => _world.Services.GetRequiredService<Database>();

    [Fact]
    public async Task Commit_PublishesOnceTheRowCanBeRead()
    {
        var published = new List<(Change Change, string? Readable)>();
        _world.Feed.Published += changes =>
        {
            using var shell = _world.Shell();
            published.Add((changes.Single(), shell.Value("SELECT name FROM people")));
        };

        await _ada.PersonAsync("Grandma");

        published.Should().Equal((new Change(_ada.OrganizationId, GiftingTopics.People), "Grandma"));
    }

    [Fact]
    public async Task Dispose_WithoutCommit_LeavesNothingAndPublishesNothing()
    {
        var position = _world.Feed.PositionOf(_ada.OrganizationId);
        await using (var work = await WriteAsync())
        {
            work.Db.Add(NewPerson());
            await work.Db.SaveChangesAsync();
        }

        (await _ada.People.ListAsync(CancellationToken.None)).Should().BeEmpty();
        _world.Feed.PositionOf(_ada.OrganizationId).Should().Be(position);
        (await _ada.PersonAsync("Next")).Name.Should().Be("Next");
    }

    [Fact]
    public async Task Commit_ThatFails_LeavesNothingAndPublishesNothing()
    {
        var position = _world.Feed.PositionOf(_ada.OrganizationId);
        await using (var work = await WriteAsync())
        {
            work.Db.Add(NewPerson());
            await work.Awaiting(w => w.CommitAsync<bool>(() => throw new InvalidOperationException("The answer can't be made."), CancellationToken.None))
                .Should().ThrowAsync<InvalidOperationException>();
        }

        (await _ada.People.ListAsync(CancellationToken.None)).Should().BeEmpty();
        _world.Feed.PositionOf(_ada.OrganizationId).Should().Be(position);
    }

    [Fact]
    public async Task Commit_OfARowThatChangedBehindItsBack_IsStale()
    {
        var person = await _ada.PersonAsync("Grandma");
        await using var work = await WriteAsync();
        var row = await work.Db.People.SingleAsync();
        await work.Db.Database.ExecuteSqlAsync($"UPDATE people SET version = version + 1, name = 'Granny'");
        row.Name = "Nana";

        await work.Awaiting(w => w.CommitAsync(CancellationToken.None)).Should().ThrowAsync<StaleException>();

        await work.DisposeAsync();
        (await _ada.People.GetAsync(person.Id, CancellationToken.None)).Should().Be(person);
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothingAndFreesTheTurn()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await _ada.People.Awaiting(p => p.AddAsync(new PersonInput { Name = "Never" }, cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();

        await _ada.PersonAsync("Next");
        (await _ada.People.ListAsync(CancellationToken.None)).Select(p => p.Name).Should().Equal("Next");
    }

    [Fact]
    public async Task Write_CancelledWhileItWaits_DoesNotTakeTheTurn()
    {
        using var cancellation = new CancellationTokenSource();
        var first = await WriteAsync();
        var second = WriteAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => second).Should().ThrowAsync<OperationCanceledException>();

        await first.DisposeAsync();
        await (await WriteAsync()).DisposeAsync();
    }

    [Fact]
    public async Task Dispose_Twice_LetsOneWriterIn()
    {
        var first = await WriteAsync();
        var second = WriteAsync();
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var writing = await second;
        var third = WriteAsync();

        third.IsCompleted.Should().BeFalse();
        await writing.DisposeAsync();
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task Write_WhereNoContextCanBeMade_FreesTheTurn()
    {
        using var database = new Database(new FailingOnce(_world), _world.Feed, new OwnEntries(), _world.Clock);

        await database.Awaiting(d => d.WriteAsync(_ada.OrganizationId, Nobody, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();

        await (await database.WriteAsync(_ada.OrganizationId, Nobody, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10))).DisposeAsync();
    }

    [Fact]
    public async Task AContextFromThePool_KnowsNothingOfItsLastUse()
    {
        await (await WriteAsync()).DisposeAsync();

        await using var db = _world.Services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();

        db.OrganizationId.Should().Be(Guid.Empty);
        db.Recorder.Should().BeNull();
        db.Database.CurrentTransaction.Should().BeNull();
        db.ChangeTracker.Entries().Should().BeEmpty();
    }

    private Task<UnitOfWork> WriteAsync(CancellationToken cancellationToken = default) =>
        Database.WriteAsync(_ada.OrganizationId, Nobody, cancellationToken);

    private Person NewPerson() => new() { Id = Guid.NewGuid(), OrganizationId = _ada.OrganizationId, Name = "Nobody" };

    private sealed class FailingOnce(TestWorld world) : IDbContextFactory<BudgetingDbContext>
    {
        private int _calls;

        public BudgetingDbContext CreateDbContext() =>
            _calls++ == 0 ? throw new InvalidOperationException("No context.") : world.Db(Guid.Empty);
    }
}
