using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Budgeting.Tests.Support;

/// <summary>A browser without scripts: keeps cookies, posts forms as they stand in the page, and leaves redirects to the test.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _client;

    public TestBrowser(Uri address) =>
        _client = new HttpClient(new HttpClientHandler
        {
            CookieContainer = Cookies,
            AllowAutoRedirect = false,
#pragma warning disable MA0039 // The server of a test makes its own certificate.
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
#pragma warning restore MA0039
        })
        {
            BaseAddress = address,
        };

    public CookieContainer Cookies { get; init; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>Opens the page and posts its form with the fields filled in; the rest of the form goes as the page has it.</summary>
    /// <param name="action">Chooses among several forms of the page: the one that posts there.</param>
    public async Task<HttpResponseMessage> PostFormAsync(string path, object fields, string? action = null)
    {
        var page = await PageAsync(await GetAsync(path));
        var form = page.QuerySelector(action is null ? "main form" : $"form[action='{action}']")
            ?? throw new InvalidOperationException($"{path} has no such form.");
        var values = form.QuerySelectorAll("input[name]:not([type=checkbox]), option[selected]")
            .ToDictionary(NameOf, i => i.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var property in fields.GetType().GetProperties())
        {
            var field = form.QuerySelector($"[name$='{property.Name}']") ?? throw new InvalidOperationException($"No field {property.Name}.");
            values[field.GetAttribute("name")!] = property.GetValue(fields)?.ToString() ?? "";
        }

        return await _client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(values));
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password = TestWorld.Password, string path = "/sign-in") =>
        PostFormAsync(path, new { Email = email, Password = password });

    public static async Task<IDocument> PageAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static string NameOf(IElement control) => (control.Closest("select") ?? control).GetAttribute("name")!;

    public void Dispose() => _client.Dispose();
}
