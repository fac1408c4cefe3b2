using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Support;

/// <summary>What a server warns of, with the stacks that it tells, from when it is cleared.</summary>
public sealed class ServerLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyList<string> Entries => [.. _entries];

    public void Clear() => _entries.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _entries.Enqueue(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }
}
