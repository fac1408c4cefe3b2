using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>One running server for all tests of a class; each test makes organizations of its own.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    /// <summary>The shop whose pages this server can read.</summary>
    public TestShop Shop { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await TestShop.StartAsync();
        Server = await TestServer.StartAsync(builder => Shop.Open(builder.Services));
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Shop.DisposeAsync();
    }

    /// <summary>The admin of a new organization, with a token.</summary>
    public async Task<ApiUser> AdminAsync(string currency = "USD") => await UserAsync(await Server.Services.OrganizationAsync(currency: currency));

    /// <summary>A further member of the organization, with a token.</summary>
    public async Task<ApiUser> MemberAsync(ApiUser of, Role role) => await UserAsync(await Server.Services.MemberAsync(of.Actor, role));

    /// <summary>Somebody who is a member already, with a token.</summary>
    public async Task<ApiUser> UserAsync(TestActor actor)
    {
        var token = await actor.Tokens.CreateAsync("tests", role: null, CancellationToken.None);
        return new ApiUser(actor, token, Server.Client(token.Secret));
    }
}

/// <summary>A member who uses the API.</summary>
public sealed record ApiUser(TestActor Actor, NewToken Token, HttpClient Client);
