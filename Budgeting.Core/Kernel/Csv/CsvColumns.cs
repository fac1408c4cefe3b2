namespace Budgeting.Core.Kernel.Csv;

/// <summary>What a kind of file has.</summary>
/// <param name="Names">The columns that are read.</param>
/// <param name="Required">Those of them that must be there.</param>
/// <param name="Informative">Columns that an export has for its reader: an import leaves them out without a word.</param>
public sealed record CsvColumns(IReadOnlyList<string> Names, IReadOnlyList<string> Required, IReadOnlyList<string> Informative);
