using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>The result codes of SQLite that mean something to us.</summary>
internal static class SqliteErrors
{
    public const int NoPermission = 3;
    public const int Busy = 5;
    public const int ReadOnlyFile = 8;
    public const int InputOutput = 10;
    public const int Damaged = 11;
    public const int Full = 13;
    public const int CantOpen = 14;
    public const int NotADatabase = 26;

    // The memory that readers and writers share is a file as large as the engine needs from the start.
    public const int NoRoomForSharedMemory = InputOutput | (19 << 8);

    private const int Constraint = 19;
    private const int RaisedByTrigger = Constraint | (7 << 8);

    public static DatabaseError? Of(SqliteException failed) => failed.SqliteErrorCode switch
    {
        Constraint => new(DatabaseErrorKind.Refused, failed.SqliteExtendedErrorCode == RaisedByTrigger ? CodeIn(failed.Message) : null),
        Full => new(DatabaseErrorKind.Full),
        Busy => new(DatabaseErrorKind.Busy),
        ReadOnlyFile or InputOutput => new(DatabaseErrorKind.Failed),
        _ => null,
    };

    // SQLite Error 19: 'period.closed'.
    private static string? CodeIn(string message) => message.Split('\'') is [_, var code, ..] ? code : null;
}
