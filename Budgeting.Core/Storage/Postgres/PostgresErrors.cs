using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>The SQLSTATEs of PostgreSQL that mean something to us.</summary>
internal static class PostgresErrors
{
    private const string IntegrityClass = "23";
    private const string ResourcesClass = "53";
    private const string InterventionClass = "57";
    private const string ConnectionClass = "08";

    public static DatabaseError? Of(PostgresException failed) => failed.SqlState switch
    {
        PostgresErrorCodes.RaiseException => new(DatabaseErrorKind.Refused, failed.MessageText),
        PostgresErrorCodes.DiskFull => new(DatabaseErrorKind.Full),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => new(DatabaseErrorKind.Busy),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.IoError => new(DatabaseErrorKind.Failed),
        var state when state.StartsWith(IntegrityClass, StringComparison.Ordinal) => new(DatabaseErrorKind.Refused),
        var state when state.StartsWith(ResourcesClass, StringComparison.Ordinal) => new(DatabaseErrorKind.Busy),
        var state when state.StartsWith(InterventionClass, StringComparison.Ordinal) || state.StartsWith(ConnectionClass, StringComparison.Ordinal) => new(DatabaseErrorKind.Failed),
        _ => null,
    };
}
