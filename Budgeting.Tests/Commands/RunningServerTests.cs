using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

/// <summary>Commands beside a server that runs on the same folder.</summary>
public sealed class RunningServerTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task A_token_made_beside_the_server_works_at_once()
    {
        using var client = served.Server.Client(await TokenAsync("alex@example.org"));

        (await OccasionsAsync(client)).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_member_made_beside_the_server_is_known_at_once()
    {
        using var alex = served.Server.Client(await TokenAsync("alex@example.org"));
        await OccasionsAsync(alex);

        await CommandRun.OfAsync(
            "member", "create", "--email", "max@example.org", "--password", "correct-battery-staple", "--role", "viewer",
            "--organization", "Demo family", "--data", served.Folder.Path);
        using var max = served.Server.Client(await TokenAsync("max@example.org"));

        (await OccasionsAsync(max)).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_token_of_the_role_viewer_only_reads()
    {
        using var client = served.Server.Client(await TokenAsync("alex@example.org", "--role", "viewer"));

        var answer = await client.PostAsJsonAsync("/api/v1/occasions", new { name = "Easter", date = "2027-06-24" });

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await OccasionsAsync(client)).Should().HaveCount(5);
    }

    private async Task<string> TokenAsync(string email, params string[] more) =>
        (await CommandRun.OfAsync(["token", "create", "--email", email, "--name", "script", "--data", served.Folder.Path, .. more])).Out;

    private static async Task<IReadOnlyList<string>> OccasionsAsync(HttpClient client)
    {
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/occasions");
        return page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("name").GetString()!).ToList();
    }
}
