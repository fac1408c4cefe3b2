using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Budgeting.Web.Components.Ui;

/// <summary>Ids of fields, unique in the process and so in every page.</summary>
internal static class FieldId
{
    private static int Count;

    public static string Next() => "field-" + Interlocked.Increment(ref Count).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What all fields share: a label, a hint, errors, and an id that ties them together.</summary>
public abstract class FieldBase<T> : InputBase<T>
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Class { get; set; }

    protected string Id { get; } = FieldId.Next();

    protected IReadOnlyList<string> Errors => EditContext.GetValidationMessages(FieldIdentifier).ToList();

    protected string? Invalid => Errors.Count > 0 ? "true" : null;

    /// <summary>The hint, unless what is wrong says it again.</summary>
    protected virtual string? ShownHint => Hint;

    protected string DescribedBy => ShownHint is null ? $"{Id}-error" : $"{Id}-hint {Id}-error";
}
