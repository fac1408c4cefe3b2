using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Storage;

/// <summary>
/// What the database has the last word on, as the conflict that it is: a trigger raises a stable code, and each module says in a sentence
/// what its codes mean. The services check first, for a better sentence; this is for what comes in between.
/// </summary>
internal static class DatabaseRefusal
{
    private const string Otherwise = "data.refused";

    // What makes a sum too large, as services call it.
    private const string SumField = "amount";

    private static readonly Dictionary<string, string> Sentences = new(
        ModelPart.All.SelectMany(part => part.Refusals).Append(new(Otherwise, "What was to be saved doesn't go together with what is there. Nothing was saved: look at it again, then try once more.")),
        StringComparer.Ordinal);

    public static bool IsOne(Exception failed) => Dialects.ErrorOf(failed) is { Kind: DatabaseErrorKind.Refused };

    /// <summary>The conflict, where <see cref="IsOne"/>.</summary>
    public static ConflictException Of(Exception failed)
    {
        var error = Dialects.ErrorOf(failed);
        var code = error?.Refusal ?? Otherwise;
        var sentence = Sentences.GetValueOrDefault(code, Sentences[Otherwise]);
        var left = error?.Remaining is { } remaining ? string.Create(CultureInfo.CurrentCulture, $" Only {remaining:#,0.00####} is left.") : "";
        return new ConflictException(code, sentence + left, failed.GetBaseException()) { Field = error?.Remaining is null ? null : SumField, Remaining = error?.Remaining };
    }
}
