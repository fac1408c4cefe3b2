using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Budgeting.Core.Storage.Postgres;

/// <summary>How the server is reached: by the app as it serves, and by the role that owns the tables, which may be the same.</summary>
internal sealed class PostgresConnections
{
    public const string ServingOption = "--connection";
    public const string OwnerOption = "--owner-connection";

    public PostgresConnections(string serving, string? owner)
    {
        var parsed = Parse(serving, ServingOption);

        // What was set for one organization must not be there for the next. What is written in the usual way stays as it is: a pool has its name.
        var isKept = !parsed.NoResetOnClose && !PostgresUri.IsOne(serving);
        parsed.NoResetOnClose = false;
        Serving = isKept ? serving : parsed.ToString();
        HasOwner = owner is not null;

        // Tables are brought up to date for all organizations. It is there once, at the start.
        var updating = HasOwner ? Parse(owner!, OwnerOption) : parsed;
        updating.Options = $"{updating.Options} -c {PostgresReach.Setting}={PostgresReach.All}".TrimStart();
        updating.Pooling = false;
        Updating = updating.ToString();
    }

    public string Serving { get; }

    public string Updating { get; }

    /// <summary>Whether another role than the one that serves makes the tables.</summary>
    public bool HasOwner { get; }

    /// <summary>Where a connection leads, for people: a host with its port, or the folder of a socket.</summary>
    public static string PlaceOf(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        return string.Join(", ", (server.Host ?? "").Split(',').Select(host => host.StartsWith('/') || host.Contains(':') ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{server.Port}")));
    }

    public PostgresBudgetingDbContext ContextForUpdates()
    {
        var options = new DbContextOptionsBuilder<PostgresBudgetingDbContext>();
        PostgresRegistration.ConfigureForUpdates(options, Updating);
        return new PostgresBudgetingDbContext(options.Options);
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString, string option)
    {
        try
        {
            return PostgresUri.IsOne(connectionString) ? PostgresUri.Parse(connectionString) : new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or UriFormatException)
        {
            throw new StorageException("storage.connection", $"{option} can't be read: {unreadable.Message}", unreadable);
        }
    }
}
