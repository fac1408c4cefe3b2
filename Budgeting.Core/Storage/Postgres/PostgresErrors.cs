using System.Globalization;
using Budgeting.Core.Kernel;
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
        PostgresErrorCodes.RaiseException => new(DatabaseErrorKind.Refused, failed.MessageText, RemainingIn(failed.Hint)),
        PostgresErrorCodes.DiskFull => new(DatabaseErrorKind.Full),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => new(DatabaseErrorKind.Busy),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.IoError => new(DatabaseErrorKind.Failed),
        var state when state.StartsWith(IntegrityClass, StringComparison.Ordinal) => new(DatabaseErrorKind.Refused),
        var state when state.StartsWith(ResourcesClass, StringComparison.Ordinal) => new(DatabaseErrorKind.Busy),
        var state when state.StartsWith(InterventionClass, StringComparison.Ordinal) || state.StartsWith(ConnectionClass, StringComparison.Ordinal) => new(DatabaseErrorKind.Failed),
        _ => null,
    };

    // Where a trigger says what was left of a limit, it does so in millionths.
    private static decimal? RemainingIn(string? hint) =>
        long.TryParse(hint, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var millionths) ? Amounts.WithoutTrailingZeros(millionths / 1_000_000m) : null;
}
