using System.Net;
using System.Net.Http.Headers;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

public sealed class ReceiptsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Put_ThenGet_AnswersTheSameBytesTheirKindAndName()
    {
        var (ada, address) = await ExpenseAsync();
        byte[] pdf = [.. "%PDF-1.7\n"u8, .. new byte[2 * 1024 * 1024]];

        var put = await PutAsync(ada, address, pdf, ("Content-Disposition", "attachment; filename=\"C:\\bills\\roof.pdf\""));
        var got = await ada.Client.GetAsync(new Uri(address, UriKind.Relative));

        (put.Status, put.Etag, put["receipt"]).Should().Be((HttpStatusCode.OK, "\"2\"", got.Headers.ETag!.Tag.Trim('"')));
        (await got.Content.ReadAsByteArrayAsync()).Should().Equal(pdf);
        (got.Content.Headers.ContentType!.MediaType, got.Content.Headers.ContentDisposition!.FileName).Should().Be(("application/pdf", "roof.pdf"));
        (await ada.GetAsync(address, ("If-None-Match", got.Headers.ETag.Tag))).Status.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Put_WhatIsNoReceiptOrTooLarge_IsRefused()
    {
        var (ada, address) = await ExpenseAsync();

        (await PutAsync(ada, address, "<svg/>"u8.ToArray())).Fields.Should().Equal("receipt");
        var large = await PutAsync(ada, address, [.. TestPictures.Png, .. new byte[ReceiptInput.MaxBytes]], ("Expect", "100-continue"));
        (large.Status, large.Code).Should().Be((HttpStatusCode.RequestEntityTooLarge, "request.too-large"));
        (await ada.GetAsync(address)).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Delete_OnAnOlderVersion_IsRefused()
    {
        var (ada, address) = await ExpenseAsync();
        await PutAsync(ada, address, TestPictures.Png);

        (await ada.DeleteAsync(address, ("If-Match", "\"1\""))).Code.Should().Be("stale");
        (await ada.DeleteAsync(address, ("If-Match", "\"2\""))).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync(address)).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Put_OfAMemberWhoDidNotPay_IsRefused()
    {
        var (ada, address) = await ExpenseAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        (await PutAsync(max, address, TestPictures.Png)).Code.Should().Be("forbidden");
    }

    private async Task<(ApiUser User, string Address)> ExpenseAsync()
    {
        var ada = await api.AdminAsync();
        var expense = await ada.Actor.ExpenseAsync(await ada.Actor.PeriodAsync(), 10);
        return (ada, $"/api/v1/expenses/{expense.Id}/receipt");
    }

    private static async Task<ApiAnswer> PutAsync(ApiUser user, string address, byte[] bytes, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        foreach (var (name, value) in headers.Where(h => h.Name == "Content-Disposition"))
        {
            content.Headers.TryAddWithoutValidation(name, value);
        }

        return await user.Client.SendContentAsync(HttpMethod.Put, address, content, headers);
    }
}
