using Budgeting.Core.Kernel;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Storage;

internal static class FieldLengths
{
    /// <summary>Has the columns of declared texts take as many characters as their fields.</summary>
    public static void HasLengthsOf<TRow, TInput>(this EntityTypeBuilder<TRow> row, Fields<TInput> fields)
        where TRow : class
        where TInput : class, new()
    {
        foreach (var field in fields.Where(f => f.MaxLength > 0))
        {
            row.Property(field.Property.Name).HasMaxLength(field.MaxLength);
        }
    }
}
