using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Storage;

/// <summary>Readers who share while others write: nobody gets what is older than what they know of, or what was kept from them.</summary>
public sealed class SharedReadsRaceTests : IAsyncLifetime
{
    private const int Readers = 4;
    private const int Rounds = 20;

    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync(budget: null);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task NoRead_IsOlderThanWhatWasCommittedBeforeIt()
    {
        var committed = 0;
        var reading = ReadWhileAsync(_ada, () =>
        {
            var atLeast = Volatile.Read(ref committed);
            return page => page.Figures.Columns.Sum(c => c.Count).Should().BeGreaterOrEqualTo(atLeast);
        });

        for (var i = 0; i < Rounds; i++)
        {
            await _ada.GiftAsync(_occasion);
            Interlocked.Increment(ref committed);
        }

        await reading.EndAsync();
    }

    [Fact]
    public async Task NoRead_EverHasASurpriseForWhoeverReads()
    {
        var max = await _world.MemberAsync(_ada, Role.Member);
        var eve = await _world.MemberAsync(_ada, Role.Member);
        var person = await _ada.PersonAsync("Max");
        var seen = 0;
        var looking = ReadWhileAsync(max, () => page => SecretsOf(page).Should().Be(0));
        var others = ReadWhileAsync(eve, () => page => Interlocked.Add(ref seen, SecretsOf(page)));

        // He is linked to the person all the while that the gift is there.
        for (var i = 0; i < Rounds; i++)
        {
            await LinkAsync(person.Id, max.MemberId);
            var secret = await _ada.GiftAsync(_occasion, recipient: person.Id, name: "Secret");
            await Eventually.HoldsAsync(() => Volatile.Read(ref seen) > 0, "somebody else shares it meanwhile");
            await _ada.Gifts.DeleteAsync(secret.Id, secret.Version, default);
            await LinkAsync(person.Id, memberId: null);
        }

        await looking.EndAsync();
        await others.EndAsync();
    }

    private static int SecretsOf(OccasionPage page) =>
        page.Board!.Columns.Sum(c => c.Gifts.Count(g => g.Name == "Secret")) + page.Figures.Columns.Sum(c => c.Count);

    private Task LinkAsync(Guid personId, Guid? memberId) =>
        _ada.People.UpdateAsync(personId, new PersonInput { Name = "Max", MemberId = memberId }, version: null, default);

    // What is to hold is taken before each read, and looked at after it.
    private Reading ReadWhileAsync(TestActor actor, Func<Action<OccasionPage>> expect)
    {
        var ended = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                var check = expect();
                check(await actor.Gifts.PageAsync(_occasion.Id, new OccasionPageQuery(), default));
            }
        })).ToList();
        return new Reading(ended, readers);
    }

    private sealed record Reading(CancellationTokenSource Ended, List<Task> Readers)
    {
        public async Task EndAsync()
        {
            await Ended.CancelAsync();
            await Task.WhenAll(Readers);
            Ended.Dispose();
        }
    }
}
