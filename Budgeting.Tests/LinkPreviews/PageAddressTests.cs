using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.LinkPreviews;

namespace Budgeting.Tests.LinkPreviews;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://shop.example/x?y=1")]
    [InlineData(" http://shop.example ")]
    [InlineData("https://shop.example:443/")]
    [InlineData("http://shop.example:443/")]
    public void Of_AWebAddress_IsTaken(string text) => PageAddress.Of(text).Host.Should().Be("shop.example");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("shop.example")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://shop.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    public void Of_WhatIsNone_IsInvalid(string? text) =>
        FluentActions.Invoking(() => PageAddress.Of(text)).Should().Throw<InvalidException>().Which.Errors.Should().ContainKey("url");

    [Theory]
    [InlineData("http://ada:secret@shop.example/")]
    [InlineData("http://ada@shop.example/")]
    [InlineData("http://shop.example:22/")]
    [InlineData("https://shop.example:8443/")]
    public void Of_WhatIsNotAskedFor_IsRefused(string text) =>
        FluentActions.Invoking(() => PageAddress.Of(text)).Should().Throw<LinkPreviewException>().Which.Code.Should().Be("link.not-allowed");

    [Theory]
    [InlineData("https://shop.example/a/b", "c", "https://shop.example/a/c")]
    [InlineData("https://shop.example/a", "//cdn.example/p.png", "https://cdn.example/p.png")]
    [InlineData("http://shop.example/a", "https://shop.example/a", "https://shop.example/a")]
    [InlineData("http://shop.example/a", "http://other.example/", "http://other.example/")]
    [InlineData("https://shop.example/a", "http://shop.example/a", null)]
    [InlineData("http://shop.example/a", "http://shop.example:8080/", null)]
    [InlineData("http://shop.example/a", "http://ada@shop.example/", null)]
    [InlineData("http://shop.example/a", "file:///etc/passwd", null)]
    [InlineData("http://shop.example/a", "data:image/png;base64,AAAA", null)]
    [InlineData("http://shop.example/a", "http://", null)]
    public void Follow_FromAPage_LeadsThereOrNowhere(string page, string reference, string? expected) =>
        (PageAddress.Follow(new Uri(page), reference)?.AbsoluteUri).Should().Be(expected);

    [Fact]
    public void Follow_Nothing_LeadsNowhere() => PageAddress.Follow(new Uri("http://shop.example/a"), reference: null).Should().BeNull();
}
