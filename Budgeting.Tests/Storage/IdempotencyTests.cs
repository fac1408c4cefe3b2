using System.Text.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private static readonly byte[] Request = [1];
    private static readonly byte[] AnotherRequest = [2];

    private TestWorld _world = null!;
    private TestActor _ada = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task TheSameRequestAgain_AnswersAsBeforeAndDoesNothing()
    {
        var first = await Asking(_ada, Request).PersonAsync();

        var replay = await FluentActions.Awaiting(() => Asking(_ada, Request).PersonAsync()).Should().ThrowAsync<ReplayException>();

        JsonSerializer.Deserialize<PersonDto>(replay.Which.Result, JsonFormat.Options).Should().Be(first);
        (await _ada.People.ListAsync(CancellationToken.None)).Should().ContainSingle();
    }

    [Fact]
    public async Task AnotherRequestWithTheKey_IsRefused()
    {
        await Asking(_ada, Request).PersonAsync();

        var refusal = await FluentActions.Awaiting(() => Asking(_ada, AnotherRequest).PersonAsync()).Should().ThrowAsync<ConflictException>();

        refusal.Which.Code.Should().Be("idempotency.key-reused");
    }

    [Fact]
    public async Task ARequestThatFailed_CanBeTriedAgain()
    {
        await Asking(_ada, Request).Awaiting(a => a.PersonAsync("")).Should().ThrowAsync<InvalidException>();

        (await Asking(_ada, Request).PersonAsync("Max")).Name.Should().Be("Max");
    }

    [Fact]
    public async Task AKey_IsTheMembersOwn()
    {
        var max = await _world.MemberAsync(_ada, Role.Member);
        await Asking(_ada, Request).PersonAsync();

        await Asking(max, Request).Awaiting(a => a.PersonAsync()).Should().NotThrowAsync();
    }

    [Fact]
    public async Task ThirtyDaysLater_TheKeyIsFree()
    {
        await Asking(_ada, Request).PersonAsync("Then");
        _world.Clock.Advance(Idempotency.Retention);

        (await Asking(_ada, AnotherRequest).PersonAsync("Now")).Name.Should().Be("Now");
        await Asking(_ada, AnotherRequest).Awaiting(a => a.PersonAsync("Now")).Should().ThrowAsync<ReplayException>();
    }

    [Fact]
    public async Task ThePurge_DeletesWhatExpiredAndNothingElse()
    {
        await Asking(_ada, Request, "old").PersonAsync();
        _world.Clock.Advance(Idempotency.Retention - TimeSpan.FromSeconds(1));
        await Asking(_ada, Request, "young").PersonAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        await _ada.Get<IdempotencyPurge>().PurgeAsync(CancellationToken.None);

        using var shell = _world.Shell();
        shell.Column("SELECT key FROM idempotency_records").Should().Equal("young");
    }

    [Fact]
    public async Task TheSameRequestAtTheSameTime_HappensOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => AnswerAsync(Asking(_ada, Request)))));

        answers.Distinct().Should().ContainSingle();
        (await _ada.People.ListAsync(CancellationToken.None)).Should().ContainSingle();
    }

    private static async Task<PersonDto> AnswerAsync(TestActor actor)
    {
        try
        {
            return await actor.PersonAsync();
        }
        catch (ReplayException replay)
        {
            return JsonSerializer.Deserialize<PersonDto>(replay.Result, JsonFormat.Options)!;
        }
    }

    // A request has a scope of its own.
    private TestActor Asking(TestActor member, byte[] request, string key = "key")
    {
        var actor = _world.ActAs(member.MemberIdentity);
        actor.Get<Idempotency>().Use(key, request);
        return actor;
    }
}
