using Budgeting.Core.Kernel.Errors;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>Why a database on a server isn't opened, and what to do.</summary>
internal static class ServerRefusals
{
    public static StorageException TooOld(Version server, Version oldest) =>
        new("storage.old-server", $"The PostgreSQL server has version {server}; this program needs {oldest.Major} or later. Update the server.");

    public static StorageException Newer() =>
        new("storage.newer", "The database was written by a newer version of this program. Install that version, or a later one.");

    public static InvalidException NoOwner(bool wasTried) => new(
        wasTried ? "owner-connection" : "connection",
        $"The tables have to be made or brought up to date, and the user of {(wasTried ? PostgresConnections.OwnerOption : PostgresConnections.ServingOption)} may not do that: name the owner of the database in {PostgresConnections.OwnerOption}. Nothing was changed.");

    public static StorageException GuardMissing(string guard) =>
        new("storage.trigger-missing", $"The database lacks {guard}, which protects the data, or it was changed. Restore the newest backup into an empty database.");

    public static StorageException OtherDatabase() => new(
        "storage.other-database", $"{PostgresConnections.OwnerOption} leads to another database than {PostgresConnections.ServingOption}. Both must name the same server and database. Nothing was changed.");

    /// <summary>What the server's error means for who starts the program.</summary>
    /// <param name="option">Which connection it is about.</param>
    /// <param name="place">Where that leads.</param>
    public static StorageException Of(NpgsqlException failed, string option, string place) => failed switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new("storage.password", $"The PostgreSQL server refuses the user or the password of {option}.", failed),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } error =>
            new("storage.no-database", $"The PostgreSQL server says: {error.MessageText}. Create it, or name another in {option}.", failed),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } error =>
            new("storage.no-right", $"The user of {option} may not do this: {error.MessageText}. Grant it, or name the owner of the database in {PostgresConnections.OwnerOption}, who then grants it.", failed),
        PostgresException error => new("storage.failed", $"The PostgreSQL server can't open the database: {error.MessageText}.", failed),
        _ => new("storage.unreachable", $"The PostgreSQL server at {place} can't be reached: {failed.GetBaseException().Message.TrimEnd('.')}. Look at {option}, and whether the server runs.", failed),
    };
}
