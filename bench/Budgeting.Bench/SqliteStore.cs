using System.Data.Common;
using Budgeting.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench;

/// <summary>A SQLite file in a folder of its own.</summary>
internal sealed class SqliteStore : BenchStore
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("budgeting-bench-");

    public string Folder => _folder.FullName;

    public override string[] Options => ["--data", Folder];

    public override IServiceCollection AddTo(IServiceCollection services) => services.AddSqliteStorage(new DataFolder(Folder));

    /// <summary>A bare connection with the settings of the product.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "budgeting.db")};Foreign Keys=True;Recursive Triggers=True");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        return connection;
    }

    public override DbConnection OpenBare() => Open();

    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
