using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Budgeting.Core.Organizations;

namespace Budgeting.Bench.Load;

/// <summary>A running server, or several of one site, a page of it, and those who look at it.</summary>
internal abstract class Site(params IReadOnlyList<ServerProcess> servers) : IDisposable
{
    private readonly List<Browser> _browsers = [];

    public IReadOnlyList<ServerProcess> Servers => servers;

    /// <summary>The one that is told of changes.</summary>
    public ServerProcess Server => servers[0];

    /// <summary>Its path.</summary>
    protected abstract string Page { get; }

    /// <summary>Changes something, and has every page show the text that is answered.</summary>
    /// <param name="number">Which change this is.</param>
    public abstract string TextOf(int number);

    public abstract Task ChangeAsync(int number);

    public Task<Tab> OpenTabAsync(int number)
    {
        var browser = _browsers[number % _browsers.Count];
        var page = new Uri(browser.Client.BaseAddress!, Page);
        return Tab.OpenAsync(browser.Client, browser.Cookies.GetCookieHeader(page), page);
    }

    public virtual void Dispose()
    {
        foreach (var server in servers)
        {
            server.Dispose();
        }

        _browsers.ForEach(b => b.Dispose());
    }

    protected Browser AddBrowser()
    {
        var browser = new Browser(servers[_browsers.Count % servers.Count].Address);
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>A browser's cookies, and what it says of itself.</summary>
    protected sealed class Browser : IDisposable
    {
        public Browser(Uri address)
        {
            Client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
            Client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
            Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");
        }

        public HttpClient Client { get; }

        public CookieContainer Cookies { get; } = new();

        public void Dispose() => Client.Dispose();
    }
}

/// <summary>A page that shows a pushed text, and nothing else.</summary>
internal sealed class BareSite : Site
{
    private readonly HttpClient _client = new();

    private BareSite(ServerProcess server)
        : base(server) => AddBrowser();

    protected override string Page => "/";

    public static async Task<BareSite> StartAsync() => new(await ServerProcess.StartAsync("Bare.Page.dll", "/", logQueries: false));

    public override string TextOf(int number) => $"Text {number}.";

    public override async Task ChangeAsync(int number)
    {
        using var answer = await _client.PutAsJsonAsync(new Uri(Server.Address, "/text"), TextOf(number));
        answer.EnsureSuccessStatusCode();
    }

    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }
}

/// <summary>The product: the board of an occasion, which ten members look at while a program changes the price of a gift.</summary>
internal sealed partial class ProductSite : Site
{
    private const int Members = 10;
    private const int Gifts = 40;
    private const string Password = "a sentence for benchmarks";

    private readonly BenchStore _store;
    private readonly Guid _occasionId;
    private readonly HttpClient _program = new();
    private Guid _giftId;

    private ProductSite(IReadOnlyList<ServerProcess> servers, BenchStore store, Guid occasionId, string token)
        : base(servers)
    {
        (_store, _occasionId) = (store, occasionId);
        _program.BaseAddress = Server.Address;
        _program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    protected override string Page => $"/occasions/{_occasionId}";

    /// <param name="store">Goes with it.</param>
    /// <param name="nodes">How many processes serve it; the members' browsers are spread over them.</param>
    /// <param name="logQueries">Whether they are to say which queries they run.</param>
    public static async Task<ProductSite> StartAsync(BenchStore store, int nodes = 1, bool logQueries = false)
    {
        var (occasionId, token) = await FillAsync(store);
        var servers = new List<ServerProcess>();
        for (var i = 0; i < nodes; i++)
        {
            servers.Add(await ServerProcess.StartAsync("Budgeting.Web.dll", "/readyz", logQueries, ["serve", .. store.Options]));
        }

        var site = new ProductSite(servers, store, occasionId, token);
        await site.PrepareAsync();
        return site;
    }

    public override string TextOf(int number) => PriceOf(number).ToString("N2", CultureInfo.InvariantCulture);

    public override async Task ChangeAsync(int number)
    {
        using var answer = await _program.PatchAsJsonAsync($"/api/v1/gifts/{_giftId}", new { price = PriceOf(number) });
        answer.EnsureSuccessStatusCode();
    }

    public override void Dispose()
    {
        _program.Dispose();
        base.Dispose();
        _store.Dispose();
    }

    private static decimal PriceOf(int number) => 5000.37m + number;

    private static async Task<(Guid OccasionId, string Token)> FillAsync(BenchStore store)
    {
        using var world = new BenchWorld(store, Gifts);
        for (var i = 0; i < Members; i++)
        {
            var account = new AccountInput { Name = $"Member {i}", Email = EmailOf(i), Password = Password };
            await world.Get<SetupService>().CreateMemberAsync(account, Role.Member, world.OrganizationId, CancellationToken.None);
        }

        return (world.OccasionId, (await world.Get<TokensService>().CreateAsync("Load", Role.Member, CancellationToken.None)).Secret);
    }

    private async Task PrepareAsync()
    {
        var gifts = await _program.GetFromJsonAsync<JsonObject>($"/api/v1/occasions/{_occasionId}/gifts");
        _giftId = gifts!["items"]![0]!["id"]!.GetValue<Guid>();
        for (var i = 0; i < Members; i++)
        {
            await SignInAsync(AddBrowser().Client, EmailOf(i));
        }
    }

    // As a browser without scripts: the form as the page has it, filled in.
    private static async Task SignInAsync(HttpClient client, string email)
    {
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var fields = HiddenFields().Matches(page).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value, StringComparer.Ordinal);
        (fields["Form.Email"], fields["Form.Password"]) = (email, Password);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"{email} couldn't sign in: {answer.StatusCode}.");
        }
    }

    private static string EmailOf(int member) => $"member{member}@example.org";

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenFields();
}
