using System.Net;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Budgeting.Tests.Api;

public sealed class HealthTests(ServerFixture healthy) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Healthz_OfARunningServer_IsOk() =>
        (await GetAsync(healthy.Server, "/healthz")).Status.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task Readyz_WithAMigratedDatabase_TellsEngineAndSchema()
    {
        var answer = await GetAsync(healthy.Server, "/readyz");

        (answer.Status, answer["status"]).Should().Be((HttpStatusCode.OK, "ready"));
        answer["database"].Should().MatchRegex(TestStore.IsPostgres ? @"^PostgreSQL 1\d\.\d+" : @"^Sqlite 3\.\d+\.\d+$");
        answer["schema"].Should().MatchRegex(@"^\d{14}_\w+$");
    }

    [Fact]
    public async Task Readyz_WithADatabaseOfAnotherSchema_IsUnready()
    {
        await using var server = await TestServer.StartAsync();
        using (var shell = server.Shell())
        {
            shell.Execute("DELETE FROM \"__EFMigrationsHistory\"");
        }

        var answer = await GetAsync(server, "/readyz");

        (answer.Status, answer["status"], answer["schema"]).Should().Be((HttpStatusCode.ServiceUnavailable, "unready", ""));
    }

    [Fact]
    public async Task Readyz_OfAServerThatStops_SaysSo()
    {
        await using var server = await TestServer.StartAsync();
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var answer = await GetAsync(server, "/readyz");

        (answer.Status, answer["status"]).Should().Be((HttpStatusCode.ServiceUnavailable, "stopping"));
    }

    private static async Task<ApiAnswer> GetAsync(TestServer server, string path)
    {
        using var client = server.Client();
        return await client.SendAsync(HttpMethod.Get, path, body: null);
    }
}
