using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Budgeting.Tests.Storage;

/// <summary>Boards from before places were texts.</summary>
public sealed class PlacesMigrationTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Migrate_KeepsTheOrderAndThePictures()
    {
        await AddAsync("Second", 1 << 21, "First", 1 << 20, "Third", 1 << 21);
        var kite = await _ada.Gifts.AddAsync(_occasion.Id, new GiftInput { Name = "Kite", Picture = PictureInput.Of(TestPictures.Png) }, default);
        await ToAsync("20261125182018_ImportKeyIndex");
        await using (var db = _world.Db(_ada.OrganizationId))
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE gifts SET position = CAST(notes AS INTEGER) WHERE notes IS NOT NULL");
        }

        await ToAsync(null);

        (await NamesAsync()).Should().Equal("First", "Second", "Third");
        (await _ada.Pictures.GetAsync(kite.Id, default)).Bytes.Should().Equal(TestPictures.Png);
        await _ada.GiftAsync(_occasion, name: "Fourth");
        (await NamesAsync()).Should().Equal("First", "Second", "Third", "Fourth");
    }

    [Fact]
    public async Task Restore_OfAVersionFromBeforeTheMigration_KeepsThePlaceOrGoesLast()
    {
        await AddAsync("A", 1, "B", 2, "C", 3);
        var (a, b) = ((await GiftsAsync())[0], (await GiftsAsync())[1]);
        await using (var db = _world.Db(_ada.OrganizationId))
        {
            // What the program wrote that had positions.
            await db.Database.ExecuteSqlRawAsync(
                "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET after = json_set(json_remove(after, '$.place'), '$.position', 7)");
        }

        await _ada.Gifts.UpdateAsync(a.Id, a.ToInput() with { Price = 1 }, null, default);
        await _ada.Gifts.MoveAsync(b.Id, new GiftMove(GiftStatus.Purchased, null), null, default);

        await _ada.Gifts.RestoreAsync(a.Id, 1, null, default);
        await _ada.Gifts.RestoreAsync(b.Id, 1, null, default);

        (await NamesAsync()).Should().Equal("A", "C", "B");
    }

    // Each with the position that it is to have in its notes.
    private async Task AddAsync(params object[] namesAndPositions)
    {
        foreach (var pair in namesAndPositions.Chunk(2))
        {
            var input = new GiftInput { Name = (string)pair[0], Notes = $"{pair[1]}", Status = GiftStatus.Selected };
            await _ada.Gifts.AddAsync(_occasion.Id, input, default);
            _world.Clock.Tick();
        }
    }

    private async Task<IReadOnlyList<GiftDto>> GiftsAsync() =>
        (await _ada.Gifts.BoardAsync(_occasion.Id, 100, default)).Columns.Single(c => c.Status == GiftStatus.Selected).Gifts;

    private async Task<IEnumerable<string>> NamesAsync() => (await GiftsAsync()).Select(g => g.Name);

    private async Task ToAsync(string? migration)
    {
        await using var db = _world.Db(_ada.OrganizationId);
        await db.GetService<IMigrator>().MigrateAsync(migration);
    }
}
