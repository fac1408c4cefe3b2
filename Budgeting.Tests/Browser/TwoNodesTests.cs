using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using Npgsql;
using Xunit.Abstractions;

namespace Budgeting.Tests.Browser;

/// <summary>Two nodes on one database behind a proxy: for whoever looks at it, it is one app, whatever becomes of a node.</summary>
[Trait(TestStore.Engine, TestStore.Postgres)]
public sealed class TwoNodesTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTest(fixture)
{
    private const int PerWriter = 10;

    private static readonly TimeSpan Must = TimeSpan.FromSeconds(5);

    [PostgresFact]
    public async Task AChangeOnOneNode_ShowsOnThePagesOfTheOther()
    {
        var nodes = await Fixture.NodesAsync();
        var (household, occasion) = await ChristmasAsync();
        var (mine, theirs) = await OnBothAsync(nodes, household, $"/occasions/{occasion.Id}");

        await mine.Card("Scarf").GetByRole(AriaRole.Button, new() { Name = "More for Scarf" }).ClickAsync();
        await mine.Locator(".menu:popover-open").GetByText("Purchased").ClickAsync();

        await Assertions.Expect(theirs.Locator("[data-column=Purchased]")).ToContainTextAsync("Scarf");
    }

    [PostgresFact]
    public async Task ANodeThatIsKilled_LeavesItsPagesToTheOther_AndTakesNothingAlongThatWasAcknowledged()
    {
        var nodes = await Fixture.NodesAsync();
        var (household, occasion) = await ChristmasAsync();
        var (page, _) = await OnBothAsync(nodes, household, $"/occasions/{occasion.Id}?view=list");
        var address = page.Url;
        var node = await TwoNodes.OfAsync(page);
        var token = await household.Admin.Tokens.CreateAsync("Program", role: null, default);
        var acknowledged = 0;
        var writers = Enumerable.Range(0, 4).Select(w => WriteAsync(nodes.Client(token.Secret), occasion, w, () => Interlocked.Increment(ref acknowledged))).ToList();
        await Eventually.HoldsAsync(() => acknowledged >= PerWriter || writers.Exists(w => w.IsFaulted), "they write");

        await page.EvaluateAsync("() => window.isOld = true");
        await nodes.KillAsync(node);
        var clock = Stopwatch.StartNew();
        await page.WaitForFunctionAsync("() => !window.isOld && document.querySelector('[data-interactive]')");
        output.WriteLine($"live again after {clock.ElapsedMilliseconds} ms");
        clock.Elapsed.Should().BeLessThan(Must);
        await Task.WhenAll(writers);
        await nodes.StartAsync(node);

        (page.Url, await TwoNodes.OfAsync(page)).Should().Be((address, node == "one" ? "two" : "one"));
        await household.Admin.GiftAsync(occasion, price: 5, name: "Snow globe");
        await page.GetByText("Snow globe").First.WaitForAsync();
        (await household.Admin.Gifts.ListAsync(occasion.Id, PageRequest.Of(200, null), default)).Items.Select(g => g.Name).Where(n => n.StartsWith("Gift ", StringComparison.Ordinal))
            .Should().BeEquivalentTo(Enumerable.Range(0, 4).SelectMany(w => Enumerable.Range(0, PerWriter).Select(i => NameOf(w, i))));
    }

    [PostgresFact]
    public async Task PagesOfANodeThatHearsNothingOfTheOthers_ShowTheirChangesAllTheSame()
    {
        var nodes = await Fixture.NodesAsync();
        var (household, occasion) = await ChristmasAsync();
        var (page, _) = await OnBothAsync(nodes, household, $"/occasions/{occasion.Id}?view=list");
        using var quiet = new CancellationTokenSource();
        var deaf = DeafenAsync(quiet.Token);

        await household.Admin.GiftAsync(occasion, price: 5, name: "Kite");
        await page.GetByText("Kite").First.WaitForAsync();
        await quiet.CancelAsync();
        await deaf;
        await household.Admin.GiftAsync(occasion, price: 5, name: "Snow globe");

        await page.GetByText("Snow globe").First.WaitForAsync();
    }

    [PostgresFact]
    public async Task ARollingRestart_LosesNothingThatIsTyped()
    {
        var nodes = await Fixture.NodesAsync();
        var (household, occasion) = await ChristmasAsync();
        var (page, _) = await OnBothAsync(nodes, household, $"/occasions/{occasion.Id}?view=list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add gift" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).PressSequentiallyAsync("Kite");
        var node = await TwoNodes.OfAsync(page);

        foreach (var next in new[] { node, node == "one" ? "two" : "one" })
        {
            await nodes.RestartAsync(next);
            await page.WaitForFunctionAsync("() => document.querySelector('[data-interactive]') && !document.querySelector('.components-reconnect-show, .components-reconnect-rejected')");
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Kite");
        }

        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add gift" }).ClickAsync();
        await page.GetByText("Kite").First.WaitForAsync();
        (await household.Admin.Gifts.ListAsync(occasion.Id, PageRequest.Of(200, null), default)).Items.Select(g => g.Name).Should().ContainSingle(n => n == "Kite");
    }

    // Each retries what it got no answer to under the same key, as a program does.
    private static async Task WriteAsync(HttpClient client, OccasionDto occasion, int writer, Action acknowledge)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var i = 0; i < PerWriter; i++)
        {
            while (!await TryAsync(client, occasion, NameOf(writer, i)))
            {
                await pause.WaitForNextTickAsync();
            }

            acknowledge();
        }
    }

    private static async Task<bool> TryAsync(HttpClient client, OccasionDto occasion, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/occasions/{occasion.Id}/gifts") { Content = JsonContent.Create(new { name, price = 1 }) };
        request.Headers.Add("Idempotency-Key", name.Replace(' ', '-'));
        try
        {
            using var answer = await client.SendAsync(request);
            answer.StatusCode.Should().BeOneOf([HttpStatusCode.Created, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable], await answer.Content.ReadAsStringAsync());
            return answer.StatusCode == HttpStatusCode.Created;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string NameOf(int writer, int number) => string.Create(CultureInfo.InvariantCulture, $"Gift {writer}-{number}");

    // Takes every listener's connection, again and again.
    private static async Task DeafenAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Budgeting listener'", connection);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!cancellationToken.IsCancellationRequested)
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task<(Household Household, OccasionDto Occasion)> ChristmasAsync()
    {
        var household = await Household.CreateAsync(Fixture);
        return (household, await household.ChristmasAsync());
    }

    private static async Task<(IPage One, IPage Other)> OnBothAsync(TwoNodes nodes, Household household, string path)
    {
        BrowserNewContextOptions There() => new() { BaseURL = nodes.Address.ToString() };
        var one = await household.OpenAsync(path, There());
        var other = await household.OpenAsync(path, There());
        (await TwoNodes.OfAsync(one)).Should().NotBe(await TwoNodes.OfAsync(other));
        return (one, other);
    }
}
