using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

/// <summary>Whatever somebody with an SQL shell changes, verifying finds it and says where.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private FilledOrganization _filled = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _filled = await FilledOrganization.CreateAsync(_world);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task WhatWasWritten_Holds_AndItsHeadIsTheLastEntry()
    {
        var verified = await VerifyAsync();

        verified.Findings.Should().BeEmpty();
        await using var db = _world.Db(_filled.Admin.OrganizationId);
        var last = db.AuditEntries.OrderByDescending(e => e.Sequence).First();
        (verified.Entries, verified.Head).Should().Be((last.Sequence, Convert.ToHexStringLower(last.Hash)));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET after = replace(after, 'Program', 'Other') WHERE entity = 'ApiToken'", "ApiToken", "it was changed")]
    [InlineData("UPDATE audit_entries SET member_id = NULL WHERE sequence = 5", "Entry 5 ", "it was changed")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 7", "Entry 8 ", "entry 7 is missing")]
    [InlineData("UPDATE audit_entries SET sequence = 1000000 WHERE sequence = 9; UPDATE audit_entries SET sequence = 9 WHERE sequence = 10; UPDATE audit_entries SET sequence = 10 WHERE sequence = 1000000", "Entry 9 ", "it was changed")]
    public async Task ATrailThatWasTamperedWith_BreaksAtItsFirstWrongEntry(string tampering, string where, string why)
    {
        Tamper("audit_entries", tampering);

        (await VerifyAsync()).Findings.Should().Contain(f => f.Contains(where) && f.Contains(why)).And.ContainSingle(f => f.StartsWith("Entry "));
    }

    [Fact]
    public async Task ATrailThatWasCutOff_OrWrittenAnew_IsFoundByAHeadThatWasKept()
    {
        var kept = await VerifyAsync();
        var head = new KeptHead(kept.Entries, kept.Head);
        (await VerifyAsync(head)).Findings.Should().BeEmpty();
        await _filled.Admin.PersonAsync("Later");
        (await VerifyAsync(head)).Findings.Should().BeEmpty();

        Tamper("audit_entries", $"DELETE FROM audit_entries WHERE sequence >= {kept.Entries}");

        (await VerifyAsync(head)).Findings.Should().Contain($"The audit trail ends with entry {kept.Entries - 1}; entries up to {kept.Entries} are missing.");
        (await VerifyAsync(head with { Sequence = 1 })).Findings.Should().Contain(f => f.StartsWith("Entry 1 of the audit trail isn't the one that was its head"));
    }

    [Fact]
    public async Task AnEntryThatWasForged_WithAHashThatFits_TellsOfARowThatIsNot()
    {
        await using (var db = _world.Db(_filled.Admin.OrganizationId))
        {
            var last = db.AuditEntries.OrderByDescending(e => e.Sequence).First();
            var forged = Forged(last, _filled.Gift.Id);
            db.AuditEntries.Add(forged);
            await db.SaveChangesAsync();
        }

        var findings = (await VerifyAsync()).Findings;

        findings.Should().NotContain(f => f.StartsWith("Entry "));
        findings.Should().Contain($"Gift {_filled.Gift.Id} is of version {_filled.Gift.Version}, and the audit trail ends with {_filled.Gift.Version + 1}.");
    }

    [Theory]
    [InlineData("gifts", "UPDATE gifts SET price = price + 1000000", "Gift ", "has another price than the audit trail says")]
    [InlineData("allotments", "UPDATE allotments SET reason = 'x'", "Allotment ", "has another reason than the audit trail says")]
    [InlineData("contributions", "UPDATE contributions SET amount = amount + 1000000", "Contribution ", "has another amount than the audit trail says")]
    [InlineData("guest_links", "DELETE FROM guest_links", "GuestLink ", "isn't there, and the audit trail doesn't say that it was deleted")]
    [InlineData("programs", "INSERT INTO programs (id, organization_id, code, name, status, version) SELECT {id}, organization_id, 'X', 'X', 0, 1 FROM programs WHERE code = '9000'", "Program ", "isn't in the audit trail")]
    [InlineData("disbursements", "UPDATE disbursements SET version = version + 1", "Disbursement ", "is of version 2, and the audit trail ends with 1")]
    public async Task ARow_ThatIsntWhatItsLastEntrySays_IsFound(string table, string tampering, string row, string how)
    {
        using (var shell = _world.Shell())
        {
            tampering = tampering.Replace("{id}", shell.NewId, StringComparison.Ordinal);
        }

        Tamper(table, tampering);

        (await VerifyAsync()).Findings.Should().Contain(f => f.StartsWith(row) && f.Contains(how));
    }

    [Theory]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    [InlineData("disbursements", "UPDATE disbursements SET date = 'zzz'", "Disbursement ", " can't be read: ")]
    [InlineData("disbursements", "UPDATE disbursements SET date = x'ff00'", "Disbursement ", " can't be read: ")]
    [InlineData("work_items", "UPDATE work_items SET disbursement_id = x'01'", "WorkItem ", " can't be read: ")]
    [InlineData("gifts", "UPDATE gifts SET id = x'01' WHERE rowid = (SELECT min(rowid) FROM gifts)", "A row of the table gifts ", "has an id that can't be read")]
    [InlineData("people", "UPDATE people SET id = hex(id)", "A row of the table people ", "has an id that can't be read")]
    [InlineData("audit_entries", "UPDATE audit_entries SET after = after || char(0) || 'x' WHERE entity = 'Gift' AND sequence = (SELECT min(sequence) FROM audit_entries WHERE entity = 'Gift')", "Gift ", "can't be read")]
    [InlineData("audit_entries", "UPDATE audit_entries SET entity_id = x'01' WHERE sequence = 5", "Entry 5 of the audit trail ", "can't be read: ")]
    [InlineData("audit_entries", "UPDATE audit_entries SET sequence = 'x' WHERE sequence = 5", "An entry of the audit trail ", "has a number that can't be read")]
    public Task WhatCantBeRead_IsFound(string table, string tampering, string where, string how) => FindsAsync(table, $"PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {tampering}", where, how);

    [PostgresTheory]
    [InlineData("disbursements", "UPDATE disbursements SET date = 'infinity'", "Disbursement ", "")]
    [InlineData("disbursements", "UPDATE disbursements SET date = '4000-01-01 BC'", "Disbursement ", " can't be read: ")]
    public Task ADayThatIsNone_IsFound(string table, string tampering, string where, string how) => FindsAsync(table, tampering, where, how);

    [Theory]
    [InlineData("audit_entries", "UPDATE audit_entries SET at = 9223372036854775807 WHERE sequence = 5", "Entry 5 of the audit trail ", "can't be read: ")]
    [InlineData("audit_entries", "UPDATE audit_entries SET after = '{not json' WHERE entity = 'Gift'", "Gift ", "can't be read: ")]
    [InlineData("programs", "INSERT INTO programs (id, organization_id, code, name, status, version) SELECT {zero}, organization_id, 'X', 'X', 0, 1 FROM programs WHERE code = '9000'", "Program 00000000-0000-0000-0000-000000000000 ", "isn't in the audit trail")]
    public Task WhatNoProgramWrites_IsFound(string table, string tampering, string where, string how) =>
        FindsAsync(table, tampering.Replace("{zero}", TestStore.IsPostgres ? "'00000000000000000000000000000000'::uuid" : "zeroblob(16)", StringComparison.Ordinal), where, how);

    [Theory]
    [InlineData("program_budgets", "UPDATE program_budgets SET approved_amount = 1 WHERE approved_amount > 0", "are more than its approved amount.")]
    [InlineData("allotments", "UPDATE allotments SET amount = 1 WHERE status = 1", "use more than there is.")]
    [InlineData("disbursements", "UPDATE disbursements SET amount = amount * 100000", "are more than can be paid of it.")]
    [InlineData("work_items", "UPDATE work_items SET unit_cost = unit_cost * 100000", "are more than it.")]
    [InlineData("allocation_lines", "UPDATE allocation_lines SET amount = amount + 10000", "don't add up to it.")]
    [InlineData("closing_balances", "UPDATE closing_balances SET contributions = contributions + 10000, balance = balance + 10000", "was closed with another balance")]
    [InlineData("opening_balances", "UPDATE opening_balances SET amount = amount + 10000", "doesn't open with what the period before closed with.")]
    public async Task ARule_ThatDoesntHold_IsFound(string table, string tampering, string how)
    {
        Tamper(table, tampering);

        (await VerifyAsync()).Findings.Should().Contain(f => f.EndsWith(how) || f.Contains(how));
    }

    [PostgresTheory]
    [InlineData("program_budgets", "allotted", "The kept total of allotments of program budget ")]
    [InlineData("allotments", "obligated", "The kept total of obligations of allotment ")]
    [InlineData("obligations", "disbursed", "The kept total of payments of obligation 2026-")]
    [InlineData("obligations", "delivered", "The kept total of work items of obligation 2026-")]
    public async Task ATotalThatTriggersKeep_AndSomebodyChanged_IsFound(string table, string total, string where)
    {
        Tamper(table, $"UPDATE {table} SET {total} = {total} - 1 WHERE {total} > 0");

        (await VerifyAsync()).Findings.Should().NotBeEmpty().And.OnlyContain(f => f.StartsWith(where));
    }

    private async Task FindsAsync(string table, string tampering, string where, string how)
    {
        Tamper(table, tampering);

        (await VerifyAsync()).Findings.Should().Contain(f => f.StartsWith(where) && f.Contains(how));
    }

    private Task<Verification> VerifyAsync(KeptHead? kept = null) => VerifyAsync(_world.Services, _filled.Admin, kept);

    private static async Task<Verification> VerifyAsync(IServiceProvider services, TestActor admin, KeptHead? kept) =>
        await services.GetRequiredService<VerificationService>().VerifyAsync(await admin.Get<OrganizationsService>().GetAsync(default), kept, default);

    private void Tamper(string table, string sql)
    {
        using var shell = _world.Shell();
        shell.Unprotect(table);
        shell.Execute(sql).Should().NotBe(0, "there is something to change: {0}", sql);
    }

    private static AuditEntry Forged(AuditEntry last, Guid gift)
    {
        var forged = new AuditEntry
        {
            Id = Guid.CreateVersion7(), OrganizationId = last.OrganizationId, Sequence = last.Sequence + 1, At = last.At, MemberId = last.MemberId, TokenId = null,
            Entity = "Gift", EntityId = gift, Action = AuditAction.Changed, Before = """{"version":1}""", After = """{"version":3}""",
            TopicName = "occasions", TopicId = null, TraceId = null, PreviousHash = last.Hash,
        };
        forged.Hash = AuditChain.HashOf(forged);
        return forged;
    }
}
