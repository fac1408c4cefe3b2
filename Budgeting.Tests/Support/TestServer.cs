using System.Net;
using System.Net.Http.Headers;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Support;

/// <summary>The whole app on a free port of this machine, in this process, with its data in a folder of its own.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestStore? _ownStore;

    private TestServer(WebApplication app, TestStore store, TestStore? ownStore) => (_app, Store, _ownStore) = (app, store, ownStore);

    public TestStore Store { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    /// <inheritdoc cref="TestStore.Shell"/>
    public SqlShell Shell() => Store.Shell();

    /// <summary>A client that follows no redirects and sends the token, if there is one.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    /// <summary>Serves <paramref name="store"/>, which then stays, or one of its own.</summary>
    public static async Task<TestServer> StartAsync(Action<WebApplicationBuilder>? configure = null, TestStore? store = null)
    {
        var ownStore = store is null ? TestStore.WithDatabase() : null;
        var used = store ?? ownStore!;
        var app = WebApp.Create(used.In(new WebAppOptions
        {
            Urls = "http://127.0.0.1:0",
            Configure = builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.Configure(TestWorld.HashQuickly);
                configure?.Invoke(builder);
            },
        }));
        await app.Services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None);
        await app.StartAsync();
        return new TestServer(app, used, ownStore);
    }

    /// <summary>A new organization with its admin, made past the browser.</summary>
    public async Task<MemberIdentity> OrganizationAsync(string email, string name = "Family")
    {
        var admin = new AccountInput { Name = "Ada", Email = email, Password = TestWorld.Password };
        var input = new SetupInput { Admin = admin, OrganizationName = name, Currency = "USD" };
        return await Services.GetRequiredService<SetupService>().CreateOrganizationAsync(input, CancellationToken.None);
    }

    /// <summary>A further member of the organization.</summary>
    public Task<MemberIdentity> MemberAsync(MemberIdentity of, string email, Role role)
    {
        var account = new AccountInput { Name = "Max", Email = email, Password = TestWorld.Password };
        return Services.GetRequiredService<SetupService>().CreateMemberAsync(account, role, of.OrganizationId, CancellationToken.None);
    }

    /// <summary>Changes a membership as the command line does.</summary>
    public async Task UpdateMemberAsync(MemberIdentity member, MemberInput input)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsSystem(member.OrganizationId);
        var organizations = scope.ServiceProvider.GetRequiredService<OrganizationsService>();
        await organizations.UpdateMemberAsync(member.MemberId, input, version: null, CancellationToken.None);
    }

    /// <summary>A browser that nobody is signed in with.</summary>
    public TestBrowser Browser() => new(Address);

    /// <summary>A browser that somebody is signed in with.</summary>
    public async Task<TestBrowser> BrowserAsync(string email)
    {
        var browser = Browser();
        (await browser.SignInAsync(email)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownStore?.Dispose();
    }
}
