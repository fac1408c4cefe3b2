using Microsoft.Extensions.Logging;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>Listens on a connection of its own to what every writer's commit announces.</summary>
internal sealed class PostgresListener(string connectionString, TimeProvider time, ILogger<PostgresListener> logger) : ChangeListener
{
    private static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromSeconds(1);

    // A connection that died without a word is noticed by a question that isn't answered.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 5, ApplicationName = "Budgeting listener" }.ToString();

    internal override async Task ListenAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await HearAsync(look, cancellationToken);
            }
            catch (NpgsqlException lost)
            {
                logger.LogWarning("The server's announcements aren't heard: {Reason} Changes of other nodes show some seconds later until they are.", lost.Message);
                await Task.Delay(BeforeAnotherTry, time, cancellationToken);
            }
        }
    }

    private async Task HearAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresDialect.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            // Also at first: what was said before this connection was there.
            await look(cancellationToken);
            await connection.WaitAsync(cancellationToken);
        }
    }
}
