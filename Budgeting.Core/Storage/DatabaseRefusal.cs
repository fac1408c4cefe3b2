using Budgeting.Core.Kernel.Errors;
using Microsoft.Data.Sqlite;

namespace Budgeting.Core.Storage;

/// <summary>
/// What the database has the last word on, as the conflict that it is: a trigger raises a stable code, and each module says in a sentence
/// what its codes mean. The services check first, for a better sentence; this is for what comes in between.
/// </summary>
internal static class DatabaseRefusal
{
    private const string Otherwise = "data.refused";

    // Result codes of SQLite.
    private const int Constraint = 19;
    private const int RaisedByTrigger = Constraint | (7 << 8);

    private static readonly Dictionary<string, string> Sentences = new(
        ModelPart.All.SelectMany(part => part.Refusals).Append(new(Otherwise, "What was to be saved doesn't go together with what is there. Nothing was saved: look at it again, then try once more.")),
        StringComparer.Ordinal);

    public static bool IsOne(Exception failed) => failed.GetBaseException() is SqliteException { SqliteErrorCode: Constraint };

    /// <summary>The conflict, where <see cref="IsOne"/>.</summary>
    public static ConflictException Of(Exception failed)
    {
        var refused = (SqliteException)failed.GetBaseException();
        var code = refused.SqliteExtendedErrorCode == RaisedByTrigger ? CodeIn(refused.Message) : Otherwise;
        return new ConflictException(code, Sentences.GetValueOrDefault(code, Sentences[Otherwise]), refused);
    }

    // SQLite Error 19: 'period.closed'.
    private static string CodeIn(string message) => message.Split('\'') is [_, var code, ..] ? code : Otherwise;
}
