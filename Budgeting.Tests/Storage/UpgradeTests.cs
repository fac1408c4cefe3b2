using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Budgeting.Tests.Storage;

/// <summary>What an earlier version of the program wrote is there after each update of the schema.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string FirstSchema = "20261121051503_Initial";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_AFileOfTheFirstSchema_KeepsWhatIsInIt()
    {
        await WriteFirstAsync();
        await using var now = new TestInstallation(_folder);

        await now.OpenAsync(exclusive: true);

        await using var db = now.Db();
        db.OrganizationId = new Guid(Id(1), bigEndian: true);
        var gift = await db.Gifts.SingleAsync();
        gift.Should().BeEquivalentTo(new { Name = "Book", LineTotal = 25m, Quantity = 2, GuestName = (string?)null });
        gift.Givers.Should().BeEmpty();
        (await db.Occasions.SingleAsync()).Should().BeEquivalentTo(new { Name = "Christmas", KeptUntil = DateOnly.MaxValue });
    }

    [Fact]
    public async Task Open_AFileOfTheFirstSchema_KeepsItsRules()
    {
        await WriteFirstAsync();
        await using (var now = new TestInstallation(_folder))
        {
            await now.OpenAsync(exclusive: true);
        }

        using var updated = new SqlShell(_folder);
        using var fresh = new TestFolder();
        await using (var world = await TestWorld.CreateAsync(fresh))
        {
            await world.OrganizationAsync();
        }

        using var made = new SqlShell(fresh);
        const string Rules = "SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY 1";
        updated.Column(Rules).Should().Equal(made.Column(Rules));
        updated.Invoking(s => s.Execute("UPDATE gifts SET quantity = 0")).Should().Throw<Microsoft.Data.Sqlite.SqliteException>();
        updated.Column("PRAGMA foreign_key_check").Should().BeEmpty();
    }

    private async Task WriteFirstAsync()
    {
        await using (var first = new TestInstallation(_folder))
        {
            await using var db = first.Db();
            Directory.CreateDirectory(_folder.Path);
            await db.GetService<IMigrator>().MigrateAsync(FirstSchema);
        }

        using var shell = new SqlShell(_folder);
        shell.Execute($"INSERT INTO organizations (id, name, currency_code, created_at, version) VALUES ({Blob(1)}, 'Family', 'USD', 0, 1)");
        shell.Execute($"""
            INSERT INTO occasions (id, organization_id, name, date, recurs_yearly, near_threshold_percent, ideas_count_as_planned, surprises, archived, version)
            VALUES ({Blob(2)}, {Blob(1)}, 'Christmas', '2026-12-24', 0, 80, 1, 1, 0, 1)
            """);
        shell.Execute($"""
            INSERT INTO gifts (id, organization_id, occasion_id, name, price, quantity, status, position, version)
            VALUES ({Blob(3)}, {Blob(1)}, {Blob(2)}, 'Book', 12500000, 2, 0, 1, 1)
            """);
    }

    private static byte[] Id(byte last) => [.. new byte[15], last];

    private static string Blob(byte last) => $"X'{Convert.ToHexString(Id(last))}'";
}
