using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Gifting;

/// <summary>What is exported, imported elsewhere and exported there is the same, to the byte.</summary>
public sealed class GiftCsvRoundTripTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly string[] MemberNames = ["Max", "Max: 2", "Zoë; =Ada", "'-Ida", "Eve: equal"];

    private static readonly Gen<char> Letters = Gen.Elements("=+-@'\"',;:|aZ9 .éßא\u202E\u200F＝😀"[..^2].ToCharArray());

    private static readonly Gen<string> Words = Gen.Choose(1, 12).SelectMany(n => Gen.ArrayOf(Letters, n)).Select(c => new string(c));

    // On one line, as a name must be; and with a letter that shows.
    private static readonly Gen<string> Names =
        from word in Words
        from end in Gen.Elements("x", "😀", "!")
        select (word + end).Trim();

    private static readonly Gen<string> Texts = Gen.Choose(1, 5).SelectMany(n => Gen.ArrayOf(Words, n))
        .SelectMany(words => Gen.Elements("\n", "\r\n", "\r", "\t"), (words, end) => string.Join(end, words));

    private static readonly Gen<decimal?> Prices =
        Gen.Frequency((1, Gen.Constant((decimal?)null)), (1, Gen.Constant((decimal?)0)), (4, Gen.Choose(1, 9_999_999).Select(cents => (decimal?)cents / 100)));

    private static readonly Gen<Row> Rows =
        from name in Names
        from notes in Gen.OneOf(Gen.Constant((string?)null), Texts.Select(t => (string?)t))
        from price in Prices
        from discount in Gen.Choose(0, 150)
        from quantity in Gen.Choose(1, 3)
        from status in Gen.Elements(Enum.GetValues<GiftStatus>())
        from recipient in Gen.Choose(-1, 2)
        from givers in Gen.SubListOf(Enumerable.Range(0, MemberNames.Length))
        from guest in Gen.OneOf(Gen.Constant((string?)null), Names.Select(n => (string?)n))
        select new Row(name, notes, price, price is { } p && discount <= 100 ? decimal.Round(p * discount / 100, 2) : null, quantity, status, recipient, [.. givers], guest);

    private static readonly Arbitrary<(Row[] Gifts, string[] People)> Cases = (
        from rows in Rows.ArrayOf()
        from people in Gen.ArrayOf(Names, 3)
        where people.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 3
        select (rows, people)).ToArbitrary();

    [Fact]
    public Task Export_ImportedIntoAnEmptyOccasion_IsTheSameAgain() => Task.Run(() => Prop.ForAll(Cases, async x =>
    {
        var ada = await fixture.World.OrganizationAsync();
        var (from, to) = (await ada.OccasionAsync(), await ada.OccasionAsync());
        await StoreAsync(ada, from, x.Gifts, x.People);

        var export = await ada.Imports.ExportAsync(from.Id, default);
        var import = await ada.Imports.ImportAsync(to.Id, export.Bytes, addPeople: false, default);
        var again = await ada.Imports.ExportAsync(to.Id, default);

        again.Bytes.Should().Equal(export.Bytes);
        import.Added.Should().Be((await ada.Imports.ImportAsync(from.Id, export.Bytes, addPeople: false, default)).AlreadyThere);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25)));

    private async Task StoreAsync(TestActor ada, OccasionDto occasion, IEnumerable<Row> rows, IEnumerable<string> people)
    {
        var (recipients, members) = (new List<PersonDto>(), new List<TestActor>());
        foreach (var name in people)
        {
            recipients.Add(await ada.PersonAsync(name));
        }

        foreach (var name in MemberNames)
        {
            members.Add(await fixture.World.MemberAsync(ada, Role.Member, name));
        }

        foreach (var row in rows)
        {
            fixture.World.Clock.Tick();
            var input = row.ToInput(recipients, members);
            try
            {
                await ada.Gifts.AddAsync(occasion.Id, input, default);
            }
            catch (InvalidException)
            {
                // Names without a letter that shows, for one: what can't be there needn't come back.
            }
        }
    }

    internal sealed record Row(
        string Name, string? Notes, decimal? Price, decimal? DiscountPrice, int Quantity, GiftStatus Status, int Recipient, IReadOnlyList<int> Givers, string? Guest)
    {
        public GiftInput ToInput(List<PersonDto> people, List<TestActor> members) => new()
        {
            Name = Name,
            Notes = Notes,
            Price = Price,
            DiscountPrice = DiscountPrice,
            Quantity = Quantity,
            Status = Status,
            GuestName = Guest,
            RecipientId = Recipient < 0 ? null : people[Recipient].Id,
            BuyerId = Givers.Count == 0 ? null : members[Givers[0]].MemberId,
            Givers = [.. Givers.Select((g, i) => new Giver(members[g].MemberId, i % 2 == 1 && Price > 1 ? 0.01m * i : null))],
        };
    }
}
