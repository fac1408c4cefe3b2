using System.CommandLine;
using Budgeting.Core.Storage.Sqlite;

namespace Budgeting.Web.Commands;

/// <summary>The options that every command takes.</summary>
internal sealed class CommonOptions
{
    private const string Sqlite = "sqlite";

    private readonly Option<string> _data = new("--data")
    {
        Description = $"The folder that holds everything (default: {DataFolder.Default}, or BUDGETING_DATA)",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string> _database = new("--database")
    {
        Description = "The database engine: sqlite (default)",
        HelpName = "ENGINE",
        Recursive = true,
    };

    public CommonOptions()
    {
        _data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--data needs the name of a folder.");
            }
        });
        _database.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var engine && engine != Sqlite)
            {
                result.AddError(engine == "postgres" ? "PostgreSQL is not in this version: use sqlite." : $"There is no engine “{engine}”: use sqlite.");
            }
        });
    }

    public void AddTo(RootCommand root)
    {
        root.Add(_data);
        root.Add(_database);
    }

    public WebAppOptions Of(ParseResult parsed) => new() { DataDirectory = parsed.GetValue(_data) };
}
