using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Budgeting.Core.Organizations;

namespace Budgeting.Bench.Load;

/// <summary>A running server, a page of it, and those who look at it.</summary>
internal abstract class Site(ServerProcess server) : IDisposable
{
    private readonly List<Browser> _browsers = [];

    public ServerProcess Server => server;

    protected abstract Uri Page { get; }

    /// <summary>Changes something, and has every page show the text that is answered.</summary>
    /// <param name="number">Which change this is.</param>
    public abstract string TextOf(int number);

    public abstract Task ChangeAsync(int number);

    public Task<Tab> OpenTabAsync(int number)
    {
        var browser = _browsers[number % _browsers.Count];
        return Tab.OpenAsync(browser.Client, browser.Cookies.GetCookieHeader(Page), Page);
    }

    public virtual void Dispose()
    {
        server.Dispose();
        _browsers.ForEach(b => b.Dispose());
    }

    protected Browser AddBrowser()
    {
        var browser = new Browser(server.Address);
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

    protected override Uri Page => new(Server.Address, "/");

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

    private readonly DirectoryInfo _folder;
    private readonly Guid _occasionId;
    private readonly HttpClient _program = new();
    private Guid _giftId;

    private ProductSite(ServerProcess server, DirectoryInfo folder, Guid occasionId, string token)
        : base(server)
    {
        (_folder, _occasionId) = (folder, occasionId);
        _program.BaseAddress = server.Address;
        _program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    protected override Uri Page => new(Server.Address, $"/occasions/{_occasionId}");

    public static async Task<ProductSite> StartAsync(bool logQueries = false)
    {
        var folder = Directory.CreateTempSubdirectory("budgeting-load-");
        var (occasionId, token) = await FillAsync(folder.FullName);
        var server = await ServerProcess.StartAsync("Budgeting.Web.dll", "/readyz", logQueries, "serve", "--data", folder.FullName);
        var site = new ProductSite(server, folder, occasionId, token);
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
        _folder.Delete(recursive: true);
    }

    private static decimal PriceOf(int number) => 5000.37m + number;

    private static async Task<(Guid OccasionId, string Token)> FillAsync(string folder)
    {
        using var world = new BenchWorld(Gifts, folder);
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
