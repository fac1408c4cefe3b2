namespace Budgeting.Core.Storage;

/// <summary>How names follow each other in SQL, on every engine: by the root order of Unicode, whatever their case, and accents last.</summary>
internal static class Names
{
    public const string Collation = "names";
}
