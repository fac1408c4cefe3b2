using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

public sealed class AuditTrailTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly string[] Verbs = ["Add", "Create", "Update", "Set", "Move", "Transfer", "StartNext", "Delete", "Remove", "Revoke", "Take", "Accept", "Restore", "Undo", "Close", "Reopen", "Book", "Issue", "Import", "Submit", "Approve", "Reject", "Release", "Cancel", "Plan", "Liquidate", "Void", "Adjust", "Reallocate"];

    private readonly TestWorld _world = fixture.World;

    private static readonly IReadOnlyDictionary<string, AuditedWrite> All =
        AuditedWrites.All.Concat(AuditedCosts.All).Concat(AuditedExecution.All).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);

    public static TheoryData<string> Writes => new(All.Keys);

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task EveryWrite_LeavesNothing_WhereItsEntryIsRefused_AndElseItsEntries(string write)
    {
        var scene = await SceneAsync(write);
        using var shell = _world.Shell();

        await ShouldLeaveNothingAsync(scene, write, shell);

        var before = Entries(shell);
        await All[write].Act(scene);
        Entries(shell).Except(before).Select(e => e![33..]).Should().BeEquivalentTo(All[write].Entries);
        (await BrokenAsync(scene.Admin.OrganizationId)).Should().BeNull();
    }

    [Fact]
    public void EveryMethodThatWrites_IsListed()
    {
        var methods = typeof(Database).Assembly.GetTypes()
            .Where(t => t.IsClass && t.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods().Where(m => Verbs.Any(verb => m.Name.StartsWith(verb, StringComparison.Ordinal)))
                .Select(m => $"{t.Name}.{m.Name}"));

        // The first organization of all needs a world of its own: see below. An account is of no organization, whose trail could tell
        // of its password.
        methods.Except(["SetupService.SetUpAsync", "SetupService.SetPasswordAsync"]).Should().NotBeEmpty().And.BeSubsetOf(All.Keys);
    }

    [Fact]
    public async Task SetUp_LeavesItsEntries()
    {
        await using var world = await TestWorld.CreateAsync();

        var admin = await world.Services.GetRequiredService<SetupService>().SetUpAsync(AuditedWrites.NewOrganization(), CancellationToken.None);

        using var shell = world.Shell();
        shell.Column("SELECT entity || ' ' || action FROM audit_entries").Should().BeEquivalentTo("Organization Created", "Member Created");
        shell.Column($"SELECT {shell.HexOf("organization_id")} FROM audit_entries").Should().OnlyContain(id => id == Convert.ToHexString(admin.OrganizationId.ToByteArray(bigEndian: true)));
    }

    [Fact]
    public async Task AChangeOfNothing_LeavesNoEntry()
    {
        var scene = await AuditedScene.CreateAsync(_world);
        using var shell = _world.Shell();
        var before = shell.Dump();

        await scene.Admin.Occasions.SetBudgetAsync(scene.Filled.Occasion.Id, scene.Filled.Occasion.BudgetTotal, version: null, CancellationToken.None);

        shell.Dump().Should().Be(before);
    }

    [Fact]
    public async Task AnEntry_SaysWhoDidWhatWithoutTheSecret()
    {
        var scene = await AuditedScene.CreateAsync(_world);
        await using var db = _world.Db(scene.Admin.OrganizationId);

        var entry = await db.AuditEntries.SingleAsync(e => e.Entity == "ApiToken");

        (entry.MemberId, entry.TokenId, entry.EntityId, entry.At).Should().Be((scene.Admin.MemberId, null, scene.Filled.Token.Token.Id, _world.Clock.GetUtcNow()));
        entry.Before.Should().BeNull();
        entry.After.Should().Contain("\"name\":\"Program\"").And.Contain("\"hash\":\"\\u2026\"");
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET after = replace(after, 'Program', 'Other') WHERE entity = 'ApiToken'", "ApiToken")]
    [InlineData("UPDATE audit_entries SET member_id = NULL WHERE entity = 'SubBudget'", "SubBudget")]
    [InlineData("DELETE FROM audit_entries WHERE entity = 'Occasion'", "Gift")]
    [InlineData("UPDATE audit_entries SET sequence = sequence + 1000 WHERE entity = 'Person'", "Occasion")]
    public async Task TheChain_OfATamperedTrail_BreaksThere(string tampering, string brokenAt)
    {
        await using var world = await TestWorld.CreateAsync();
        var organizationId = (await FilledOrganization.CreateAsync(world)).Admin.OrganizationId;
        using var shell = world.Shell();
        shell.Unprotect("audit_entries");

        shell.Execute(tampering);

        await using var db = world.Db(organizationId);
        AuditChain.FirstBroken(await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync())!.Entity.Should().Be(brokenAt);
    }

    private Task<AuditedScene> SceneAsync(string write) =>
        AuditedScene.CreateAsync(_world, AuditedCosts.All.ContainsKey(write), AuditedExecution.All.ContainsKey(write));

    private static IReadOnlyList<string?> Entries(SqlShell shell) => shell.Column($"SELECT {shell.HexOf("id")} || ' ' || entity || ' ' || action FROM audit_entries");

    private async Task ShouldLeaveNothingAsync(AuditedScene scene, string write, SqlShell shell)
    {
        var organization = scene.Admin.OrganizationId;
        shell.Refuse("audit_entries", "planted.refusal");
        var (before, position) = (shell.DumpOf(organization), _world.Feed.PositionOf(organization));

        (await scene.Awaiting(s => All[write].Act(s)).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("planted.refusal");

        shell.Allow("audit_entries");
        shell.DumpOf(organization).Should().Be(before);
        _world.Feed.PositionOf(organization).Should().Be(position);
    }

    private async Task<AuditEntry?> BrokenAsync(Guid organizationId)
    {
        await using var db = _world.Db(organizationId);
        return AuditChain.FirstBroken(await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync());
    }
}
