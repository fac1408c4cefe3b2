using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage.Postgres;
using Budgeting.Core.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace Budgeting.Web;

/// <summary>Which engine the data are kept by, as the command line or the settings say; and beside them, the keys of cookies and forms.</summary>
internal static class StoreChoice
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <exception cref="InvalidException">There is no such engine, or the connection is missing, not needed or can't be read.</exception>
    public static void AddStore(this IServiceCollection services, WebAppOptions options, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("Budgeting");
        var connection = options.Connection ?? configuration.GetConnectionString("Budgeting");
        switch (options.Database ?? configuration["Database:Engine"] ?? Sqlite)
        {
            case Sqlite when (options.Connection ?? options.OwnerConnection) is not null:
                var option = options.Connection is null ? "--owner-connection" : "--connection";
                throw new InvalidException("connection", $"{option} is for --database postgres. SQLite's file lies in the folder that --data names.");
            case Sqlite:
                var folder = new DataFolder(options.DataDirectory ?? configuration["Data"]);
                services.AddSqliteStorage(folder);
                keys.PersistKeysToFileSystem(new DirectoryInfo(folder.KeyFolder));
                break;
            case Postgres:
                services.AddPostgresStorage(
                    connection ?? throw new InvalidException(
                        "connection", "PostgreSQL needs --connection \"Host=…;Database=…;Username=…;Password=…\", or BUDGETING_ConnectionStrings__Budgeting."),
                    options.OwnerConnection ?? configuration.GetConnectionString("BudgetingOwner"));
                keys.PersistKeysToPostgres();
                break;
            case var other:
                throw new InvalidException("database", $"There is no engine “{other}”: use {Sqlite} or {Postgres}.");
        }
    }
}
