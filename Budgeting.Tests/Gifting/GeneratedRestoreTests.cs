using System.Text.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Gifting;

/// <summary>Whatever is done to a gift, each of its versions can be had again, and each write taken back.</summary>
public sealed class GeneratedRestoreTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly Arbitrary<int[]> Seeds = Gen.Choose(0, int.MaxValue).ArrayOf().Where(s => s.Length is > 0 and < 25).ToArbitrary();

    [Fact]
    public Task Restore_ToAnyVersion_GivesWhatItWas() => Task.Run(() => Prop.ForAll(Seeds, async seeds =>
    {
        var scene = await Scene.CreateAsync(fixture.World);
        foreach (var seed in seeds)
        {
            await scene.ActAsync(new Random(seed));
        }

        foreach (var (version, was) in scene.Versions.OrderBy(v => v.Key ^ seeds[0]).ToList())
        {
            var restored = await scene.Ada.Gifts.RestoreAsync(scene.Id, version, scene.Version, default);

            restored.Remarks.Should().BeEmpty();
            scene.Note(await scene.Ada.Gifts.GetAsync(scene.Id, default)).Should().BeEquivalentTo(was, o => o.Excluding(g => g.Version));
        }

        scene.Versions.Keys.Should().OnlyHaveUniqueItems();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25)));

    [Fact]
    public Task Undo_OfAnyWriteAndOfThat_GoesThereAndBack() => Task.Run(() => Prop.ForAll(Seeds, async seeds =>
    {
        var scene = await Scene.CreateAsync(fixture.World);
        foreach (var seed in seeds)
        {
            var before = await scene.NowAsync();
            using var capture = WriteCapture.Open();
            await scene.ActAsync(new Random(seed));
            var after = await scene.NowAsync();
            if (capture.WriteId is { } write)
            {
                await scene.Ada.Undo.UndoAsync(write, default);
                (await scene.NowAsync()).Should().BeEquivalentTo(before, o => o.Excluding(g => g!.Version));
                await scene.Ada.Undo.UndoAsync(capture.WriteId!.Value, default);
                (await scene.NowAsync()).Should().BeEquivalentTo(after, o => o.Excluding(g => g!.Version));
                await scene.CatchUpAsync();
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ALifeAndItsUndoing_IsAnsweredAlikeByEveryEngine(int seed)
    {
        var (scene, random, answers) = (await Scene.CreateAsync(fixture.World), new Random(seed), new Answers($"Restore {seed}"));
        for (var step = 0; step < 40; step++)
        {
            using var capture = WriteCapture.Open();
            await scene.ActAsync(random);
            if (random.Next(3) == 0 && capture.WriteId is { } write)
            {
                await scene.Ada.Undo.UndoAsync(write, default);
                await scene.CatchUpAsync();
            }

            answers.Add([JsonSerializer.Serialize(await scene.NowAsync()), JsonSerializer.Serialize(await scene.Ada.Gifts.HistoryAsync(scene.Id, default))]);
        }

        await answers.CompareAsync();
    }

    private sealed class Scene
    {
        private OccasionDto[] _occasions = [];
        private Guid?[] _people = [];
        private Guid[] _members = [];

        public required TestActor Ada { get; init; }

        public Guid Id { get; private set; }

        /// <summary>The gift's version, or its deletion's.</summary>
        public long Version { get; private set; }

        /// <summary>What the gift was in each version in which it was there.</summary>
        public Dictionary<long, GiftDto> Versions { get; } = [];

        private bool IsThere => Versions.ContainsKey(Version);

        public static async Task<Scene> CreateAsync(TestWorld world)
        {
            var ada = await world.OrganizationAsync();
            var max = await world.MemberAsync(ada, Budgeting.Core.Organizations.Role.Member);
            var scene = new Scene
            {
                Ada = ada,
                _occasions = [await ada.OccasionAsync(), await ada.OccasionAsync(name: "Easter")],
                _people = [null, (await ada.PersonAsync()).Id, (await ada.PersonAsync("Grandpa")).Id],
                _members = [ada.MemberId, max.MemberId],
            };
            scene.Id = scene.Note(await ada.GiftAsync(scene._occasions[0])).Id;
            await ada.GiftAsync(scene._occasions[0], name: "Neighbour");
            return scene;
        }

        public GiftDto Note(GiftDto gift)
        {
            Version = gift.Version;
            return Versions[gift.Version] = gift;
        }

        public async Task<GiftDto?> NowAsync() =>
            (await Ada.Gifts.ListAsync(_occasions[0].Id, new(), default)).Items
            .Concat((await Ada.Gifts.ListAsync(_occasions[1].Id, new(), default)).Items).SingleOrDefault(g => g.Id == Id);

        public async Task CatchUpAsync()
        {
            var history = await Ada.Gifts.HistoryAsync(Id, default);
            Version = history[0].Version;
            if (await NowAsync() is { } gift)
            {
                Note(gift);
            }
        }

        public async Task ActAsync(Random random)
        {
            if (!IsThere)
            {
                await Ada.Gifts.RestoreAsync(Id, Versions.Keys.ElementAt(random.Next(Versions.Count)), Version, default);
            }
            else
            {
                await (random.Next(6) switch
                {
                    0 => Ada.Gifts.MoveAsync(Id, new GiftMove((GiftStatus)random.Next(4), null), Version, default),
                    1 => Ada.Gifts.TransferAsync(Id, _occasions[random.Next(2)].Id, Version, default),
                    2 => Ada.Pictures.SetAsync(Id, PictureOf(random), Version, default),
                    3 => Ada.Gifts.DeleteAsync(Id, Version, default),
                    _ => Ada.Gifts.UpdateAsync(Id, InputOf(random), Version, default),
                });
            }

            await CatchUpAsync();
        }

        private static PictureInput PictureOf(Random random) =>
            random.Next(3) switch { 0 => PictureInput.None, 1 => PictureInput.Of(TestPictures.Png), _ => PictureInput.Of(TestPictures.Gif) };

        private GiftInput InputOf(Random random)
        {
            decimal? price = random.Next(4) == 0 ? null : random.Next(100, 1_000_000) / 100m;
            return new GiftInput
            {
                Name = $"Gift “{random.Next(1000)}” é",
                Url = random.Next(2) == 0 ? null : $"https://example.org/{random.Next(1000)}",
                Notes = random.Next(2) == 0 ? null : "Two\nlines",
                Price = price,
                DiscountPrice = price is null || random.Next(2) == 0 ? null : decimal.Round(price.Value / 3, 2),
                Quantity = random.Next(1, 9),
                Status = (GiftStatus)random.Next(4),
                RecipientId = _people[random.Next(3)],
                BuyerId = random.Next(2) == 0 ? null : _members[random.Next(2)],
                Givers = random.Next(2) == 0 ? [] : [new Giver(_members[0], price is null ? null : 1), new Giver(_members[1])],
                GuestName = random.Next(3) == 0 ? "Mia" : null,
            };
        }
    }
}
