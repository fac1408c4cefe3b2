using System.CommandLine;
using Budgeting.Core.Storage.Sqlite;

namespace Budgeting.Web.Commands;

/// <summary>The options that every command takes.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string> _data = new("--data")
    {
        Description = $"The folder that holds everything (default: {DataFolder.Default}, or BUDGETING_DATA)",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string> _database = new("--database")
    {
        Description = "The database engine: sqlite (default) or postgres; or BUDGETING_Database__Engine",
        HelpName = "ENGINE",
        Recursive = true,
    };

    private readonly Option<string> _connection = new("--connection")
    {
        Description = "How to reach the PostgreSQL server, such as \"Host=…;Database=…;Username=…;Password=…\"; or BUDGETING_ConnectionStrings__Budgeting",
        HelpName = "STRING",
        Recursive = true,
    };

    private readonly Option<string> _ownerConnection = new("--owner-connection")
    {
        Description = "The same as the user who owns the tables, to make and update them (default: as --connection); or BUDGETING_ConnectionStrings__BudgetingOwner",
        HelpName = "STRING",
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
        _database.AcceptOnlyFromAmong(StoreChoice.Sqlite, StoreChoice.Postgres);
    }

    public void AddTo(RootCommand root)
    {
        root.Add(_data);
        root.Add(_database);
        root.Add(_connection);
        root.Add(_ownerConnection);
    }

    public WebAppOptions Of(ParseResult parsed) => new()
    {
        DataDirectory = parsed.GetValue(_data),
        Database = parsed.GetValue(_database),
        Connection = parsed.GetValue(_connection),
        OwnerConnection = parsed.GetValue(_ownerConnection),
    };
}
