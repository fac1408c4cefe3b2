using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Support;

/// <summary>The commands that a server sends to its database, from when it is cleared.</summary>
public sealed class QueryLog : ILoggerProvider
{
    private static readonly string Category = DbLoggerCategory.Database.Command.Name;

    private readonly ConcurrentQueue<string> _commands = new();

    /// <summary>Their SQL, in the order in which they ran.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>Hears of commands, and of nothing else.</summary>
    public void AddTo(ILoggingBuilder logging) => logging
        .AddProvider(this)
        .AddFilter<QueryLog>(level => level > LogLevel.Critical)
        .AddFilter<QueryLog>(Category, LogLevel.Information);

    public void Clear() => _commands.Clear();

    public ILogger CreateLogger(string categoryName) => new CommandLog(this);

    public void Dispose()
    {
    }

    private sealed class CommandLog(QueryLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId == RelationalEventId.CommandExecuted)
            {
                var values = (IReadOnlyList<KeyValuePair<string, object?>>)state!;
                log._commands.Enqueue((string)values.Single(v => v.Key == "commandText").Value!);
            }
        }
    }
}
