using System.Text.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class JsonFormatTests
{
    [Fact]
    public void Serialize_NamesInCamelCaseAndEnumsByName() =>
        JsonSerializer.Serialize(new GiftMove(GiftStatus.Purchased, AfterId: null), JsonFormat.Options)
            .Should().Be("""{"status":"Purchased","afterId":null}""");

    [Theory]
    [InlineData("""{"price":0.1}""")]
    [InlineData("""{"price":"0.1"}""")]
    [InlineData("""{"Price":0.10}""")]
    public void Deserialize_Amount_IsExactAsNumberOrText(string json) =>
        JsonSerializer.Deserialize<GiftInput>(json, JsonFormat.Options)!.Price.Should().Be(0.1m);

    [Theory]
    [InlineData("""{"prize":1}""")]
    [InlineData("""{"status":2}""")]
    [InlineData("""{"status":"Bought"}""")]
    public void Deserialize_WhatWeDoNotKnow_IsRefused(string json)
    {
        var act = () => JsonSerializer.Deserialize<GiftInput>(json, JsonFormat.Options);

        act.Should().Throw<JsonException>();
    }
}
