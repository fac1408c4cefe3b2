using Budgeting.Core.Storage.Sqlite;

namespace Budgeting.Web;

/// <summary>What the command line says about the server.</summary>
public sealed record WebAppOptions
{
    /// <summary>The data folder; <c>null</c>: <see cref="DataFolder.Default"/>.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The engine, <c>sqlite</c> or <c>postgres</c>; <c>null</c>: as configured, else SQLite.</summary>
    public string? Database { get; init; }

    /// <summary>How to reach the PostgreSQL server, in Npgsql's form; <c>null</c>: as configured.</summary>
    public string? Connection { get; init; }

    /// <summary>The same as the role that owns the tables, which makes and updates them; <c>null</c>: as configured, else <see cref="Connection"/>.</summary>
    public string? OwnerConnection { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons; <c>null</c>: as configured, else <see cref="WebApp.DefaultUrl"/>.</summary>
    public string? Urls { get; init; }

    /// <summary>Names that the server is reached by besides those of a local network, separated by semicolons; <c>null</c>: as configured.</summary>
    public string? AllowedHosts { get; init; }

    /// <summary>Last words on configuration and services: for tests.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}
