using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage.Sqlite;

/// <summary>The commands of one connection that were prepared and are used again: the provider keeps what is compiled with its command, and EF makes a command for each execution.</summary>
internal sealed class PreparedCommands
{
    // Of a few hundred that the product has: some tens of KiB each.
    private const int Most = 100;

    private readonly Dictionary<string, PreparedCommand> _commands = new(StringComparer.Ordinal);
    private readonly LinkedList<PreparedCommand> _byUse = [];

    public SqliteCommand InsteadOf(SqliteCommand command)
    {
        // One without values is a script, or has them in its text.
        if (command.Parameters.Count == 0)
        {
            return command;
        }

        if (!_commands.TryGetValue(command.CommandText, out var prepared))
        {
            prepared = Add(command);
        }
        else if (prepared.IsInUse)
        {
            return command;
        }

        _byUse.Remove(prepared.Place);
        _byUse.AddFirst(prepared.Place);
        prepared.Take(command);
        return prepared;
    }

    public void Forget()
    {
        foreach (var command in _byUse)
        {
            command.Forget();
        }

        _commands.Clear();
        _byUse.Clear();
    }

    private PreparedCommand Add(SqliteCommand command)
    {
        if (_commands.Count >= Most && _byUse.Last is { Value.IsInUse: false } last)
        {
            _byUse.RemoveLast();
            _commands.Remove(last.Value.CommandText);
            last.Value.Forget();
        }

        var prepared = new PreparedCommand(command.CommandText, command.Connection);
        _commands.Add(command.CommandText, prepared);
        _byUse.AddLast(prepared.Place);
        return prepared;
    }

    // It outlives its disposal, which is the end of one execution.
    private sealed class PreparedCommand : SqliteCommand
    {
        public PreparedCommand(string text, SqliteConnection? connection)
            : base(text, connection) => Place = new LinkedListNode<PreparedCommand>(this);

        public LinkedListNode<PreparedCommand> Place { get; }

        public bool IsInUse { get; private set; }

        public void Take(SqliteCommand command)
        {
            IsInUse = true;
            (Transaction, CommandTimeout) = (command.Transaction, command.CommandTimeout);
            Parameters.Clear();
            foreach (SqliteParameter parameter in command.Parameters)
            {
                Parameters.Add(parameter);
            }

            command.Dispose();
        }

        public void Forget() => base.Dispose(disposing: true);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                IsInUse = false;
            }
            else
            {
                base.Dispose(disposing);
            }
        }
    }
}
