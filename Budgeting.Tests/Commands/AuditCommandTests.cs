using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Budgeting.Tests.Support;
using Budgeting.Web.Commands;

namespace Budgeting.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    // As docs/command-line.md has them.
    private static readonly string[] Hashed =
        ["id", "organizationId", "sequence", "at", "memberId", "tokenId", "entity", "entityId", "action", "before", "after", "topicName", "topicId", "traceId"];

    private readonly TestFolder _folder = TestFolder.WithDatabase();

    private string FilePath => Path.Combine(_folder.Path, "family.jsonl");

    [Fact]
    public async Task TheFileAlone_ComesToTheHeadThatIsPrinted_WhichItEndsWith()
    {
        await FillAsync("Family");
        await FillAsync("Office");

        var run = await ExportAsync(FilePath, "--organization", "Family");

        (run.ExitCode, run.Error).Should().Be((0, ""));
        var lines = await File.ReadAllLinesAsync(FilePath);
        $"{HeadOf(lines[..^1])}{Environment.NewLine}".Should().Be(run.Out);
        JsonDocument.Parse(lines[^1]).RootElement.GetProperty("head").GetString().Should().Be(run.Out.TrimEnd());
        Directory.GetFiles(_folder.Path, "*.part").Should().BeEmpty();
    }

    [Fact]
    public async Task AnEntryThatIsChangedInTheFile_NoLongerFits()
    {
        await FillAsync("Family");
        await ExportAsync(FilePath);
        var lines = await File.ReadAllLinesAsync(FilePath);

        lines[1] = lines[1].Replace("Grandma", "Grandpa", StringComparison.Ordinal).Replace("\"Created\"", "\"Changed\"", StringComparison.Ordinal);

        lines[..^1].Invoking(HeadOf).Should().Throw<InvalidDataException>().WithMessage("Entry 2*");
    }

    [Fact]
    public async Task TheHead_LetsVerifyFind_WhatWasCutOffLater()
    {
        await FillAsync("Family");
        var head = (await ExportAsync(FilePath)).Out.TrimEnd();
        (await VerifyAsync(head)).ExitCode.Should().Be(0);

        using (var shell = new SqliteShell(_folder))
        {
            // Whoever does that puts back what would tell of it.
            var triggers = shell.Column("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entries'");
            shell.Unprotect("audit_entries");
            shell.Execute("DELETE FROM audit_entries WHERE sequence = (SELECT max(sequence) FROM audit_entries)").Should().Be(1);
            triggers.Should().NotBeEmpty().And.AllSatisfy(sql => shell.Execute(sql!));
        }

        (await CommandRun.OfAsync("verify", "--data", _folder.Path)).Out.Should().NotContain("are missing");
        (await VerifyAsync(head)).Out.Should().Contain($"entries up to {head.Split(':')[0]} are missing.");
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'Nothing' WHERE sequence = 2", "Entry 2 of the audit trail can't be read: ")]
    [InlineData("UPDATE audit_entries SET entity_id = x'31' WHERE sequence = 2", "Entry 2 of the audit trail can't be read: ")]
    [InlineData("UPDATE audit_entries SET member_id = x'31' WHERE sequence = 2", "Entry 2 of the audit trail can't be read: ")]
    [InlineData("UPDATE audit_entries SET at = 9223372036854775807 WHERE sequence = 2", "Entry 2 of the audit trail can't be read: ")]
    [InlineData("UPDATE audit_entries SET hash = zeroblob(32) WHERE sequence = 2", "Entry 2 of the audit trail: it was changed")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 2", "Entry 3 of the audit trail: entry 2 is missing before it")]
    public async Task ATrailThatCantBeRead_OrDoesntHoldTogether_IsToldInALine_AndLeavesNoFile(string change, string told)
    {
        await FillAsync("Family");
        using (var shell = new SqliteShell(_folder))
        {
            var triggers = shell.Column("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entries'");
            shell.Unprotect("audit_entries");
            shell.Execute("PRAGMA ignore_check_constraints = ON");
            shell.Execute(change).Should().Be(1);
            triggers.Should().AllSatisfy(sql => shell.Execute(sql!));
        }

        var run = await ExportAsync(FilePath);

        (run.ExitCode, run.Out, run.ErrorLines.Length).Should().Be((1, "", 1), run.Error);
        run.Error.Should().StartWith(told).And.Contain("“verify” says what else is wrong.");
        Directory.GetFiles(_folder.Path, "family*").Should().BeEmpty();
    }

    [Fact]
    public async Task AFileThatIsThere_IsLeftAsItIs()
    {
        await FillAsync("Family");
        await File.WriteAllTextAsync(FilePath, "mine");

        (await ExportAsync(FilePath)).Should().Be(new CommandRun(1, "", $"Can't write {FilePath}: It is there already.{Environment.NewLine}"));

        (await File.ReadAllTextAsync(FilePath)).Should().Be("mine");
        (await ExportAsync(Path.Combine(_folder.Path, "no", "such"))).ErrorLines.Should().ContainSingle().Which.Should().StartWith("Can't write");
    }

    [Fact]
    public async Task AFileThatCantBeWritten_LeavesNothing()
    {
        var file = new WholeFile(FilePath);
        // Past the end of any disk: what is in memory until the end can't be written then.
        file.Content.Position = long.MaxValue - 1;
        await file.Content.WriteAsync("more"u8.ToArray());

        await file.Invoking(async f => await f.DisposeAsync()).Should().ThrowAsync<Exception>();

        Directory.GetFiles(_folder.Path, "*.part").Should().BeEmpty();
    }

    [Fact]
    public async Task WrongUsage_IsToldInALine()
    {
        foreach (var args in new[] { new[] { "audit", "export" }, ["audit"], ["audit", "export", " "], ["audit", "export", "a", "b"] })
        {
            var run = await CommandRun.OfAsync([.. args, "--data", _folder.Path]);
            (run.ExitCode, run.ErrorLines.Length).Should().Be((2, 1), "{0}: {1}", string.Join(' ', args), run.Error);
        }

        (await ExportAsync(FilePath)).Should().Be(new CommandRun(1, "", $"There is no organization yet.{Environment.NewLine}"));
        File.Exists(FilePath).Should().BeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> ExportAsync(string file, params string[] more) => CommandRun.OfAsync(["audit", "export", file, "--data", _folder.Path, .. more]);

    private Task<CommandRun> VerifyAsync(string head) => CommandRun.OfAsync("verify", "--organization", "Family", "--head", head, "--data", _folder.Path);

    private async Task FillAsync(string organization)
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        await (await world.OrganizationAsync(organization)).PersonAsync("Grandma “& Élan”\u00A0\t");
    }

    // By what the documentation says alone, with none of the program's code.
    private static string HeadOf(string[] lines)
    {
        var hash = new byte[32];
        var number = 0L;
        foreach (var line in lines)
        {
            var entry = JsonDocument.Parse(line).RootElement;
            number++;
            if (entry.GetProperty("sequence").GetInt64() != number || entry.GetProperty("previousHash").GetString() != Convert.ToHexStringLower(hash))
            {
                throw new InvalidDataException($"Entry {number} is out of order.");
            }

            hash = SHA256.HashData([.. hash, .. Hashed.SelectMany(name => BytesOf(entry.GetProperty(name)))]);
            if (entry.GetProperty("hash").GetString() != Convert.ToHexStringLower(hash))
            {
                throw new InvalidDataException($"Entry {number} was changed.");
            }
        }

        return $"{number}:{Convert.ToHexStringLower(hash)}";
    }

    private static byte[] BytesOf(JsonElement field)
    {
        var length = new byte[4];
        if (field.ValueKind == JsonValueKind.Null)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, -1);
            return length;
        }

        var text = Encoding.UTF8.GetBytes(field.ToString());
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        return [.. length, .. text];
    }
}
