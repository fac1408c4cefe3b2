using System.Net;
using System.Net.WebSockets;
using Budgeting.Tests.Support;
using Budgeting.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Budgeting.Tests.Security;

public sealed class CircuitMiddlewareTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("X-Nothing", "said", HttpStatusCode.OK)]
    public async Task Negotiate_IsOpenToOwnPagesOnly(string header, string value, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { header, value } } };

        (await signedIn.Browser.SendAsync(request)).StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task WebSocket_FromAPageElsewhere_IsRefused()
    {
        using var socket = SocketWithOrigin("https://evil.example");

        await socket.Invoking(s => s.ConnectAsync(SocketAddress, CancellationToken.None)).Should().ThrowAsync<WebSocketException>();

        socket.HttpStatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WebSocket_FromAnOwnPage_Opens()
    {
        using var socket = SocketWithOrigin(signedIn.Server.Address.GetLeftPart(UriPartial.Authority));

        await socket.ConnectAsync(SocketAddress, CancellationToken.None);

        socket.State.Should().Be(WebSocketState.Open);
    }

    [Fact]
    public async Task Negotiate_Anonymous_IsRefused()
    {
        using var nobody = signedIn.Server.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");

        (await nobody.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/_blazor", StatusCodes.Status503ServiceUnavailable)]
    [InlineData("/people", StatusCodes.Status200OK)]
    public async Task Invoke_ServerIsStopping_OpensNoCircuit(string path, int expected)
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        lifetime.StopApplication();
        var context = new DefaultHttpContext { Request = { Path = path } };

        await new CircuitMiddleware(_ => Task.CompletedTask, lifetime, NullLogger<CircuitMiddleware>.Instance).InvokeAsync(context);

        context.Response.StatusCode.Should().Be(expected);
    }

    private Uri SocketAddress => new UriBuilder(signedIn.Server.Address) { Scheme = "ws", Path = "/_blazor" }.Uri;

    private ClientWebSocket SocketWithOrigin(string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = signedIn.Browser.Cookies;
        socket.Options.SetRequestHeader("Origin", origin);
        return socket;
    }
}
