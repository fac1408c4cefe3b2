using System.Data;
using System.Data.Common;
using System.Net;
using Budgeting.Core.Execution;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>Sixteen writers of 60 each, at once, where there is room for 100: one gets it, the others learn what is left.</summary>
public sealed class SumRuleRaceTests(SumRuleRaceTests.Worlds worlds) : IClassFixture<SumRuleRaceTests.Worlds>
{
    private const int Writers = 16;
    private const decimal Each = 60;
    private const decimal Room = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string, bool> Races
    {
        get
        {
            var races = new TheoryData<string, bool>();
            foreach (var rule in SumRule.All.Select(r => r.Code))
            {
                races.Add(rule, false);
                races.Add(rule, true);
            }

            return races;
        }
    }

    [Theory]
    [MemberData(nameof(Races))]
    public async Task OfServices_OneGetsIt(string code, bool inTwoProcesses)
    {
        var (office, obligation) = await OfficeAsync(worlds.One.Services, code);

        var refusals = await AtOnceAsync((i, start) =>
        {
            start();
            return TryAsync(inTwoProcesses && i % 2 == 0 ? worlds.Two : worlds.One, office, obligation, code);
        });

        refusals.Count(r => r is null).Should().Be(1);
        refusals.OfType<ConflictException>().Should().HaveCount(Writers - 1).And.OnlyContain(r => r.Code == code && r.Remaining == Room - Each);
        using var shell = worlds.One.Shell();
        new BudgetRows(shell).Broken().Should().BeEmpty();
    }

    [Fact]
    public async Task OfRequests_OneGetsIt()
    {
        await using var server = await TestServer.StartAsync();
        await using var second = TestStore.IsPostgres ? await TestServer.StartAsync(store: server.Store) : null;
        var office = await Office.CreateAsync(server.Services, released: Room);
        var token = await office.Member.Tokens.CreateAsync("Program", role: null, default);
        async Task<(HttpStatusCode StatusCode, string Text)> RequestAsync(HttpClient client, decimal amount)
        {
            using var body = new StringContent($$"""{"payee": "P", "description": "D", "amount": {{amount}}, "date": "2026-01-15"}""", System.Text.Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync($"/api/v1/allotments/{office.Allotment.Id}/obligations", body);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        // Each sends one that is refused before: then all are connected, and none waits for the compiler while the rest is done.
        var answers = await AtOnceAsync(async (i, start) =>
        {
            using var client = (i % 2 == 0 ? server : second ?? server).Client(token.Secret);
            await RequestAsync(client, Room + 1);
            start();
            return await RequestAsync(client, Each);
        });

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).Should().Be(1);
        answers.Where(a => a.StatusCode == HttpStatusCode.Conflict).Should().HaveCount(Writers - 1)
            .And.OnlyContain(a => a.Text.Contains("\"remaining\":40") && a.Text.Contains("\"code\":\"obligation.exceeds-allotment\""));
    }

    [Theory]
    [InlineData(IsolationLevel.ReadCommitted)]
    [InlineData(IsolationLevel.RepeatableRead)]
    [InlineData(IsolationLevel.Serializable)]
    public async Task OfSessions_OneGetsIt_WhateverTheySeeOfEachOther(IsolationLevel isolation)
    {
        await using var world = await TestWorld.CreateAsync();
        using var owner = world.Shell();
        var rows = new BudgetRows(owner);
        rows.Prepare();
        owner.Execute($"{rows.Budget(100, "100")}; {rows.Allotments((200, 100, "100", 1))}; {rows.Obligations((300, 200, "100", 1, "NULL"))}");

        foreach (var (statement, first) in new (Func<int, string>, int)[] { (id => rows.Disbursements((id, 300, "60", 0)), 400), (id => rows.WorkItems((id, 300, "60", 0)), 500) })
        {
            var shells = Enumerable.Range(0, Writers).Select(_ => world.Shell()).ToList();
            var written = await AtOnceAsync((i, start) => Task.FromResult(TryInTransaction(shells[i], isolation, start, statement(first + i))));
            shells.ForEach(s => s.Dispose());

            written.Count(w => w).Should().Be(1);
            rows.Broken().Should().BeEmpty();
        }
    }

    [PostgresFact]
    public async Task WhereTheTriggerHasTheLastWord_ItSaysWhatIsLeft()
    {
        var office = await Office.CreateAsync(worlds.One.Services, released: Room);
        var requested = await office.RequestedAsync(1);

        // The service finds room; the row that takes it isn't committed yet.
        var requesting = () => UncommittedWrite.OfAsync(worlds.One.Shell, "obligations", requested.Id, Each, () => office.RequestedAsync(Each));

        var refusal = (await requesting.Should().ThrowAsync<ConflictException>()).Which;
        (refusal.Code, refusal.Field, refusal.Remaining).Should().Be(("obligation.exceeds-allotment", "amount", Room - Each));
        refusal.Message.Should().Be("The obligations would use more than their allotment. Only 40.00 is left.");
    }

    private static async Task<(Office, ObligationDto?)> OfficeAsync(IServiceProvider services, string code)
    {
        if (code == SumRule.Allotments.Code)
        {
            return (await Office.CreateAsync(services, approved: Room + 1, released: 1), null);
        }

        var office = await Office.CreateAsync(services, released: Room);
        return (office, code == SumRule.Obligations.Code ? null : await office.ActiveAsync(Room));
    }

    private static async Task<ConflictException?> TryAsync(TestWorld world, Office office, ObligationDto? obligation, string code)
    {
        try
        {
            var (member, approver) = (world.ActAs(office.Member.MemberIdentity), world.ActAs(office.Approver.MemberIdentity));
            await (code switch
            {
                "allotment.exceeds-budget" => (Task)approver.AllotmentAsync(office.Budget, Each, quarter: 2),
                "obligation.exceeds-allotment" => member.ObligationAsync(office.Allotment, Each),
                "disbursement.exceeds-obligation" => (office with { Approver = approver }).PaidAsync(obligation!, Each),
                _ => (office with { Member = member }).DeliveredAsync(obligation!, Each),
            });
            return null;
        }
        catch (ConflictException refused)
        {
            return refused;
        }
    }

    // A thread each, for what they go on with as well: the pool would have most begin when others are done.
    private static async Task<T[]> AtOnceAsync<T>(Func<int, Action, Task<T>> write)
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(2 * Writers, ports);
        try
        {
            using var start = new Barrier(Writers);
            return await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => write(i, () => start.SignalAndWait(Patience)))));
        }
        finally
        {
            ThreadPool.SetMinThreads(threads, ports);
        }
    }

    // On PostgreSQL all have seen the obligation without anything used of it before one writes; SQLite has one begin at a time.
    private static bool TryInTransaction(SqlShell shell, IsolationLevel isolation, Action start, string sql)
    {
        if (shell is SqliteShell)
        {
            start();
        }

        try
        {
            using var transaction = shell.Connection.BeginTransaction(shell is SqliteShell ? IsolationLevel.Serializable : isolation);
            if (shell is PostgresShell)
            {
                shell.Value("SELECT amount FROM obligations");
                start();
            }

            shell.Execute(sql);
            transaction.Commit();
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>Two processes on one store.</summary>
    public sealed class Worlds : IAsyncLifetime
    {
        public TestWorld One { get; private set; } = null!;

        public TestWorld Two { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            One = await TestWorld.CreateAsync();
            Two = await TestWorld.CreateAsync(One.Store);
        }

        public async Task DisposeAsync()
        {
            await Two.DisposeAsync();
            await One.DisposeAsync();
        }
    }
}
