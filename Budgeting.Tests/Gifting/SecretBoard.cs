using System.Text.Json;
using System.Text.RegularExpressions;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>
/// An occasion of three: Ada sees everything, Max and Bob not what is for themselves. What it tells Max has ids by the order in which
/// they are first seen, so that two can be compared.
/// </summary>
internal sealed partial class SecretBoard
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<Guid> _seen = [];
    private readonly List<(TestActor By, Guid Write)> _writes = [];
    private readonly List<(TestActor By, Guid Write)> _secretWrites = [];
    private readonly List<(TestActor By, Guid Write)> _ends = [];
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private TestActor _max = null!;
    private TestActor _bob = null!;
    private Guid _forMax;
    private Guid _forBob;
    private Guid _grandma;
    private OccasionDto _occasion = null!;
    private List<GiftDto> _hidden = [];
    private int _secrets;

    public static async Task<SecretBoard> CreateAsync(TestWorld world)
    {
        var board = new SecretBoard { _world = world, _ada = await world.OrganizationAsync() };
        board._max = await world.MemberAsync(board._ada, Role.Admin);
        board._bob = await world.MemberAsync(board._ada, Role.Member, "Bob");
        board._forMax = (await board._ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = board._max.MemberId }, default)).Id;
        world.Clock.Tick();
        board._forBob = (await board._ada.People.AddAsync(new PersonInput { Name = "Bob", MemberId = board._bob.MemberId }, default)).Id;
        world.Clock.Tick();
        board._grandma = (await board._ada.PersonAsync()).Id;
        board._occasion = await board._ada.OccasionAsync();
        return board;
    }

    /// <summary>What others do with gifts for Max, which he is not to know.</summary>
    public async Task HideAsync(Random random)
    {
        await FindHiddenAsync();
        var by = random.Next(2) == 0 ? _ada : _bob;
        var gift = _hidden.Count == 0 ? null : _hidden[random.Next(_hidden.Count)];
        await QuietlyAsync(by, _secretWrites, () => (gift is null ? 0 : random.Next(8)) switch
        {
            0 or 1 => _ada.GiftAsync(_occasion, random.Next(1, 500), (GiftStatus)random.Next(2), _forMax, name: $"Secret {_secrets++}"),
            2 or 3 => MoveAsync(by, gift!.Id, GiftStatus.Idea, Pick(random, [.. _seen, .. _hidden.Select(g => g.Id)])),
            4 => HoverAsync(by, gift!.Id, Pick(random, _seen), 12),
            5 => by.Gifts.UpdateAsync(gift!.Id, gift.ToInput() with { Price = random.Next(1, 500), Status = (GiftStatus)random.Next(2) }, null, default),
            6 => by.Gifts.DeleteAsync(gift!.Id, null, default),
            _ => TakeBackAsync(_secretWrites, random),
        });
    }

    /// <summary>What Max may know of, done by any of them.</summary>
    public Task<string> ActAsync(Random random)
    {
        var by = new[] { _ada, _max, _bob }[random.Next(3)];
        var (gift, other) = (Pick(random, _seen) ?? Guid.Empty, Pick(random, _seen));
        return QuietlyAsync(by, _writes, () => (_seen.Count < 4 ? 0 : random.Next(13)) switch
        {
            0 or 1 => AddAsync(by, new GiftInput
            {
                Name = $"Gift {_seen.Count}",
                Price = random.Next(1, 500),
                Status = (GiftStatus)random.Next(2),
                RecipientId = random.Next(3) switch { 0 when by != _bob => _forBob, 1 => _grandma, _ => null },
            }),
            2 or 3 or 4 => MoveAsync(by, gift, (GiftStatus)random.Next(2), random.Next(4) == 0 ? null : other),
            5 => SwapAsync(by, gift, other!.Value, 30),
            6 => ChangeAsync(by, gift, g => g with { Price = random.Next(1, 500), Status = (GiftStatus)random.Next(2) }),
            7 => ChangeAsync(by, gift, g => g with { RecipientId = random.Next(2) == 0 ? _grandma : null }),
            8 => by.Gifts.DeleteAsync(gift, null, default),
            9 or 10 => by.Gifts.RestoreAsync(gift, random.Next(1, 6), null, default),
            _ => TakeBackAsync(_writes, random),
        });
    }

    /// <summary>Ada puts a gift behind one for Max; where there is none, behind what would be before that.</summary>
    public async Task<(int Gift, int? Behind, GiftStatus Status, string Said)?> DropBehindASecretAsync(Random random)
    {
        var column = (await _ada.Gifts.BoardAsync(_occasion.Id, 1000, default)).Columns[random.Next(2)];
        var secrets = column.Gifts.Where(g => g.RecipientId == _forMax).ToList();
        if (secrets.Count == 0 || _seen.Count == 0)
        {
            return null;
        }

        var (gift, secret) = (random.Next(_seen.Count), secrets[random.Next(secrets.Count)].Id);
        var behind = column.Gifts.TakeWhile(g => g.Id != secret).LastOrDefault(g => g.RecipientId != _forMax && g.Id != _seen[gift]);
        var said = await QuietlyAsync(_ada, _writes, () => MoveAsync(_ada, _seen[gift], column.Status, secret, isSeen: true));
        return (gift, behind is null ? null : _seen.IndexOf(behind.Id), column.Status, said);
    }

    public Task<string> DropAsync(int gift, int? behind, GiftStatus status) => QuietlyAsync(
        _ada, _writes, () => MoveAsync(_ada, _seen[gift], status, behind is { } at ? _seen[at] : null, isSeen: true));

    /// <summary>Gives one that was for Max to somebody else.</summary>
    public async Task<(GiftInput Gift, string Said)?> GiveAwayAsync(Random random)
    {
        await FindHiddenAsync();
        if (_hidden.Count == 0)
        {
            return null;
        }

        var secret = _hidden[random.Next(_hidden.Count)];
        var input = secret.ToInput() with { RecipientId = random.Next(2) == 0 ? _grandma : null, Name = $"Gift {_seen.Count}" };
        return (input, await QuietlyAsync(_ada, _writes, async () => _seen.Add((await _ada.Gifts.UpdateAsync(secret.Id, input, null, default)).Id)));
    }

    public Task<string> AddAsync(GiftInput gift) => QuietlyAsync(
        _ada, _writes, () => AddAsync(_ada, gift with { RecipientId = gift.RecipientId is null ? null : _grandma }));

    /// <summary>Makes one that Max sees his, from his eyes.</summary>
    public Task<string> KeepAsync(int gift) => QuietlyAsync(_ada, _ends, () => ChangeAsync(_ada, _seen[gift], g => g with { RecipientId = _forMax }));

    public Task<string> DeleteAsync(int gift) => QuietlyAsync(_ada, _ends, () => _ada.Gifts.DeleteAsync(_seen[gift], null, default));

    /// <summary>Takes back the last of those two, or that.</summary>
    public Task<string> BringBackAsync() => QuietlyAsync(_ada, _ends, () => _ada.Undo.UndoAsync(_ends[^1].Write, default));

    public int Seen => _seen.Count;

    public int Ended => _ends.Count;

    /// <summary>All that Max reads.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var read = new List<string>
        {
            Told(await _max.Gifts.BoardAsync(_occasion.Id, 1000, default)),
            Told(await _max.Gifts.BoardAsync(_occasion.Id, 2, default)),
            Told(await _max.Occasions.FiguresAsync(_occasion.Id, default)),
            Told(await _max.Gifts.ListDeletedAsync(_occasion.Id, default)),
            System.Text.Encoding.UTF8.GetString((await _max.Imports.ExportAsync(_occasion.Id, default)).Bytes),
        };
        for (var limit = 1; limit <= 3; limit++)
        {
            string? cursor = null;
            do
            {
                var page = await _max.Gifts.ListAsync(_occasion.Id, PageRequest.Of(limit, cursor), default);
                read.Add(Told(page.Items));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }

        foreach (var id in _seen)
        {
            read.Add(await SaidAsync(async () => Told(await _max.Gifts.GetAsync(id, default))));
            read.Add(await SaidAsync(async () => Told(await _max.Gifts.HistoryAsync(id, default))));
        }

        return read;
    }

    private static Guid? Pick(Random random, IReadOnlyList<Guid> ids) => ids.Count == 0 ? null : ids[random.Next(ids.Count)];

    private async Task AddAsync(TestActor by, GiftInput gift) => _seen.Add((await by.Gifts.AddAsync(_occasion.Id, gift, default)).Id);

    private async Task ChangeAsync(TestActor by, Guid id, Func<GiftInput, GiftInput> change)
    {
        var changed = await by.Gifts.UpdateAsync(id, change((await by.Gifts.GetAsync(id, default)).ToInput()), null, default);
        if (changed.Id != id && changed.RecipientId != _forMax)
        {
            _seen.Add(changed.Id);
        }
    }

    // Behind another one where that is; what Max can't know of is left out, unless it is asked for.
    private static async Task MoveAsync(TestActor by, Guid id, GiftStatus status, Guid? after, bool isSeen = false)
    {
        var column = after is { } a && !isSeen ? (await by.Gifts.GetAsync(a, default)).Status : status;
        await by.Gifts.MoveAsync(id, new GiftMove(column, after), null, default);
    }

    private static async Task SwapAsync(TestActor by, Guid one, Guid other, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await MoveAsync(by, i % 2 == 0 ? one : other, GiftStatus.Idea, i % 2 == 0 ? other : one);
        }
    }

    private static async Task HoverAsync(TestActor by, Guid gift, Guid? behind, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await MoveAsync(by, gift, GiftStatus.Idea, i % 2 == 0 ? behind : null);
        }
    }

    private static async Task TakeBackAsync(List<(TestActor By, Guid Write)> writes, Random random)
    {
        if (writes.Count > 0)
        {
            var (by, write) = writes[^(1 + random.Next(Math.Min(3, writes.Count)))];
            await by.Undo.UndoAsync(write, default);
        }
    }

    private async Task FindHiddenAsync() =>
        _hidden = (await _ada.Gifts.ListAsync(_occasion.Id, PageRequest.Of(200, null), default)).Items.Where(g => g.RecipientId == _forMax).ToList();

    // What was answered, and how often pages were told.
    private async Task<string> QuietlyAsync(TestActor by, List<(TestActor By, Guid Write)> writes, Func<Task> act)
    {
        var told = 0;
        void Tell(IReadOnlyCollection<Core.Kernel.Changes.Change> changes) => told += changes.Count;
        using var capture = WriteCapture.Open();
        _world.Feed.Published += Tell;
        var said = await SaidAsync(async () =>
        {
            await act();
            return "done";
        });
        _world.Feed.Published -= Tell;
        if (capture.WriteId is { } write)
        {
            writes.Add((by, write));
        }

        return $"{said} {told}";
    }

    private static async Task<string> SaidAsync(Func<Task<string>> act)
    {
        try
        {
            return await act();
        }
        catch (DomainException refused)
        {
            return $"{refused.Code}: {refused.Message}";
        }
    }

    private string Told(object answer) => Id().Replace(
        JsonSerializer.Serialize(answer, JsonFormat.Options),
        match => _ids.TryGetValue(match.Value, out var known) ? known : _ids[match.Value] = $"#{_ids.Count}");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Id();
}
