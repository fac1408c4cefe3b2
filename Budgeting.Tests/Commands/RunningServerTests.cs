using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

/// <summary>Commands beside a server that runs on the same folder, and what is there after it ended.</summary>
public sealed class RunningServerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_token_made_beside_the_server_works_at_once()
    {
        using var server = await BudgetingProcess.ServeAsync(_folder);
        await CommandRun.OfAsync("demo", "--data", _folder.Path);

        using var client = server.Client(await TokenAsync("alex@example.org"));

        (await OccasionsAsync(client)).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_member_made_beside_the_server_is_known_at_once()
    {
        await CommandRun.OfAsync("demo", "--data", _folder.Path);
        using var server = await BudgetingProcess.ServeAsync(_folder);
        using var alex = server.Client(await TokenAsync("alex@example.org"));
        await OccasionsAsync(alex);

        await CommandRun.OfAsync(
            "member", "create", "--email", "max@example.org", "--password", "correct-battery-staple", "--role", "viewer",
            "--organization", "Demo family", "--data", _folder.Path);
        using var max = server.Client(await TokenAsync("max@example.org"));

        (await OccasionsAsync(max)).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_token_of_the_role_viewer_only_reads()
    {
        await CommandRun.OfAsync("demo", "--data", _folder.Path);
        using var server = await BudgetingProcess.ServeAsync(_folder);
        using var client = server.Client(await TokenAsync("alex@example.org", "--role", "viewer"));

        var answer = await AddOccasionAsync(client, "Easter");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_restart_loses_nothing()
    {
        await CommandRun.OfAsync("demo", "--data", _folder.Path);
        var token = await TokenAsync("alex@example.org");
        using var first = await BudgetingProcess.ServeAsync(_folder);
        using var before = first.Client(token);
        (await AddOccasionAsync(before, "Easter")).StatusCode.Should().Be(HttpStatusCode.Created);
        await first.StopAsync();

        using var second = await BudgetingProcess.ServeAsync(_folder);

        using var after = second.Client(token);
        (await OccasionsAsync(after)).Should().HaveCount(6).And.Contain("Easter");
    }

    [Fact]
    public async Task Nothing_answered_is_lost_when_the_server_is_killed()
    {
        await CommandRun.OfAsync("demo", "--data", _folder.Path);
        var token = await TokenAsync("alex@example.org");
        foreach (var name in new[] { "Easter", "Midsummer", "Name day" })
        {
            using var killed = await BudgetingProcess.ServeAsync(_folder);
            using var client = killed.Client(token);
            (await AddOccasionAsync(client, name)).StatusCode.Should().Be(HttpStatusCode.Created);
            await killed.KillAsync();
        }

        using var server = await BudgetingProcess.ServeAsync(_folder);

        using var after = server.Client(token);
        (await OccasionsAsync(after)).Should().HaveCount(8).And.Contain(["Easter", "Midsummer", "Name day"]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> TokenAsync(string email, params string[] more) =>
        (await CommandRun.OfAsync(["token", "create", "--email", email, "--name", "script", "--data", _folder.Path, .. more])).Out;

    private static Task<HttpResponseMessage> AddOccasionAsync(HttpClient client, string name) =>
        client.PostAsJsonAsync("/api/v1/occasions", new { name, date = "2027-06-24" });

    private static async Task<IReadOnlyList<string>> OccasionsAsync(HttpClient client)
    {
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/occasions");
        return page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("name").GetString()!).ToList();
    }
}
