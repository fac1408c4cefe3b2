using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Security;

namespace Budgeting.Tests.Security;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("192.168.1.5")]
    [InlineData("[::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("myserver")]
    [InlineData("myserver.local")]
    [InlineData("MyServer.Local.")]
    [InlineData("nas.home.arpa")]
    [InlineData("nas.lan")]
    [InlineData("budget.localhost")]
    public void Has_NameOfALocalNetwork_NeedsNoConfiguration(string host) => new AllowedHosts(configured: null, []).Has(host).Should().BeTrue();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evillocal.example")]
    [InlineData("local.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("notlocal.lan.example")]
    [InlineData("")]
    [InlineData(".")]
    public void Has_AnyOther_IsFalse(string host) => new AllowedHosts("budget.example.org;*.example.net", ["http://nas.example.com:5080"]).Has(host).Should().BeFalse();

    [Theory]
    [InlineData("budget.example.org")]
    [InlineData("BUDGET.example.org.")]
    [InlineData("a.example.net")]
    [InlineData("nas.example.com")]
    public void Has_Configured_IsTrue(string host) => new AllowedHosts(" budget.example.org ; *.example.net;", ["http://nas.example.com:5080"]).Has(host).Should().BeTrue();

    [Fact]
    public void Has_WhereAllAreAllowed_IsTrue() => new AllowedHosts("*", []).Has("any.example").Should().BeTrue();

    [Theory]
    [InlineData("http://budget.example.org")]
    [InlineData("budget.example.org:5080")]
    [InlineData("bud get")]
    [InlineData("*.*")]
    public void Configured_WhatIsNoName_IsRefused(string configured) =>
        FluentActions.Invoking(() => new AllowedHosts(configured, [])).Should().Throw<InvalidException>().WithMessage($"*{configured}*");
}
