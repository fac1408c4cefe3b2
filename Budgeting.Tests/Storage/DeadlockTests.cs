using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Postgres;
using Budgeting.Tests.Api;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

/// <summary>Another session holds what a writer waits for, and waits for what the writer holds: the server ends the writer.</summary>
public sealed class DeadlockTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    [PostgresFact]
    public async Task Rest_AnswersThatItIsBusy_AndTheSameRequestWorksAfterwards()
    {
        var user = await api.AdminAsync();
        var person = await user.Actor.PersonAsync("Grandma");
        var organization = user.Actor.OrganizationId;
        HttpRequestMessage Renamed() => new(HttpMethod.Patch, $"/api/v1/people/{person.Id}")
        {
            Headers = { { "Idempotency-Key", "key" } },
            Content = new StringContent("""{"name": "Nana"}""", Encoding.UTF8, "application/merge-patch+json"),
        };
        HttpResponseMessage refused;
        using (var other = Other($"UPDATE people SET name = name WHERE id = '{person.Id}'"))
        {
            var rename = user.Client.SendAsync(Renamed());
            await WaitsAsync();
            other.Execute($"SELECT pg_advisory_xact_lock({PostgresDialect.LockOf(organization)})");
            refused = await rename;
        }

        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be("storage.busy");
        (await user.Actor.People.GetAsync(person.Id, default)).Should().Be(person);
        (await user.Client.SendAsync(Renamed())).StatusCode.Should().Be(HttpStatusCode.OK);
        (await user.Actor.People.GetAsync(person.Id, default)).Name.Should().Be("Nana");
    }

    [PostgresFact]
    public async Task HoldingTheInstallation_IsRefusedSo()
    {
        var ours = await api.AdminAsync();
        var database = api.Server.Services.GetRequiredService<Database>();
        using var other = Other($"SELECT pg_advisory_xact_lock({PostgresDialect.LockOf(Guid.Empty)})");
        await using var work = await database.WriteAsync(ours.Actor.OrganizationId, new Actor(MemberId: null, TokenId: null), default);

        var holding = work.HoldInstallationAsync(default);
        await WaitsAsync();
        other.Execute($"SELECT pg_advisory_xact_lock({PostgresDialect.LockOf(ours.Actor.OrganizationId)})");

        (await FluentActions.Awaiting(() => holding).Should().ThrowAsync<UnavailableException>()).Which.Code.Should().Be(StorageException.Busy);
    }

    [PostgresFact]
    public async Task AWriteInBulk_IsRefusedSo()
    {
        var ours = await api.AdminAsync();
        var period = (await FilledCosts.CreateAsync(ours.Actor)).Open.Id;
        var database = api.Server.Services.GetRequiredService<Database>();
        using var other = Other($"SELECT 1 FROM allocation_lines WHERE period_id = '{period}' FOR UPDATE");
        await using var work = await database.WriteAsync(ours.Actor.OrganizationId, new Actor(MemberId: null, TokenId: null), default);

        var deleting = work.Db.DeleteDerivedAsync<AllocationLine>(l => l.PeriodId == period, default);
        await WaitsAsync();
        other.Execute($"SELECT pg_advisory_xact_lock({PostgresDialect.LockOf(ours.Actor.OrganizationId)})");

        (await FluentActions.Awaiting(() => deleting).Should().ThrowAsync<UnavailableException>()).Which.Code.Should().Be(StorageException.Busy);
    }

    // It looks for deadlocks after the writer does, so that it isn't the one that is ended.
    private SqlShell Other(string takes)
    {
        var shell = api.Server.Shell();
        shell.Execute($"SET deadlock_timeout = '1min'; BEGIN; {takes}");
        return shell;
    }

    private Task WaitsAsync() => Eventually.HoldsAsync(
        () =>
        {
            using var shell = api.Server.Shell();
            return shell.Value(Waiting) == "1";
        },
        "the writer waits");
}
