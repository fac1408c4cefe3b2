using System.Net.Sockets;
using System.Text;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>Whoever sends more than is taken is told so, also where they don't listen before they have sent it all.</summary>
public sealed class BodyLimitTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_OfFarMoreThanAMebibyte_IsAnswered(bool isChunked)
    {
        var ada = await api.AdminAsync();

        var answer = await SendAsync(ada, "POST", "/api/v1/people", "application/json", 16 * Mebibyte, isChunked);

        answer.Should().StartWith("HTTP/1.1 413").And.Contain("\"code\":\"request.too-large\"");
        (await ada.GetAsync("/api/v1/people")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Put_OfFarTooLargeAReceipt_IsAnswered()
    {
        var ada = await api.AdminAsync();
        var costs = new TestCosts(ada.Actor);
        var expense = await costs.ExpenseAsync(await costs.MonthAsync(1), 20);

        var answer = await SendAsync(
            ada, "PUT", $"/api/v1/expenses/{expense.Id}/receipt", "application/pdf", ReceiptInput.MaxBytes + (16 * Mebibyte), isChunked: false);

        answer.Should().StartWith("HTTP/1.1 413").And.Contain("\"code\":\"request.too-large\"");
        (await costs.Expenses.GetAsync(expense.Id, default)).Receipt.Should().BeNull();
    }

    private async Task<string> SendAsync(ApiUser user, string method, string path, string type, int size, bool isChunked)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(api.Server.Address.Host, api.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: {api.Server.Address.Authority}\r\nAuthorization: Bearer {user.Token.Secret}\r\nConnection: close\r\n" +
            $"Content-Type: {type}\r\n{(isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {size}")}\r\n\r\n"));
        for (var sent = 0; sent < size; sent += Mebibyte)
        {
            await stream.WriteAsync(isChunked ? [.. "100000\r\n"u8, .. new byte[Mebibyte], .. "\r\n"u8] : new byte[Mebibyte]);
        }

        await stream.WriteAsync(isChunked ? "0\r\n\r\n"u8.ToArray() : []);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
