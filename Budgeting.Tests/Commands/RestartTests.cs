using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

/// <summary>What is there after a server ended, one way or the other.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TestFolder _folder = TestFolder.WithDatabase();

    [Fact]
    public async Task Nothing_answered_is_lost_when_the_server_is_stopped_and_when_it_is_killed()
    {
        var token = await TokenAsync();
        await AddAsync(token, "Easter", server => server.StopAsync());
        await AddAsync(token, "Midsummer", server => server.KillAsync());

        using var server = await BudgetingProcess.ServeAsync(_folder);

        using var client = server.Client(token);
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/occasions");
        page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("name").GetString()).Should().BeEquivalentTo("Easter", "Midsummer");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> TokenAsync()
    {
        await using var world = await TestWorld.CreateAsync(_folder);
        var ada = await world.OrganizationAsync();
        return (await ada.Tokens.CreateAsync("Program", role: null, default)).Secret;
    }

    // On a server that is ended as soon as it has answered.
    private async Task AddAsync(string token, string name, Func<BudgetingProcess, Task> end)
    {
        using var server = await BudgetingProcess.ServeAsync(_folder);
        using var client = server.Client(token);
        (await client.PostAsJsonAsync("/api/v1/occasions", new { name, date = "2027-06-24" })).StatusCode.Should().Be(HttpStatusCode.Created);
        await end(server);
    }
}
