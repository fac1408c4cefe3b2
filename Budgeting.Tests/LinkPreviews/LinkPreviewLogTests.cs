using System.Collections.Concurrent;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;
using Budgeting.Web.LinkPreviews;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.LinkPreviews;

public sealed class LinkPreviewLogTests
{
    [Fact]
    public async Task Log_AtItsMostTalkative_NamesTheHostAndNothingMoreOfTheAddress()
    {
        var log = new Heard();
        await using var shop = await TestShop.StartAsync();
        await using var server = await TestServer.StartAsync(builder =>
        {
            shop.Open(builder.Services);
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log).AddFilter<Heard>(level => level >= LogLevel.Trace);
        });
        shop.Page("/a-kite-for-max", "<title>Kite</title>");
        var previews = (await server.Services.OrganizationAsync()).Get<LinkPreviewService>();

        await previews.ReadAsync(TestShop.Address + "/a-kite-for-max?size=2", default);
        await FluentActions.Awaiting(() => previews.ReadAsync(TestShop.Address + "/a-drone-for-max", default)).Should().ThrowAsync<DomainException>();

        log.Lines.Should().ContainSingle(line => line.EndsWith("had a page of shop.example read.", StringComparison.Ordinal))
            .And.ContainSingle(line => line.EndsWith("had a page of shop.example read, which failed: link.refused.", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains("-for-max", StringComparison.Ordinal));
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
