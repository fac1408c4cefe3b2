using System.Globalization;
using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Budgeting.Web.Components.Ui;

/// <summary>What fields need to know besides their declaration.</summary>
/// <param name="Currency">Of amounts.</param>
/// <param name="Days">The first and the last day that can be chosen.</param>
public sealed record FieldContext(Currency Currency = default, (DateOnly First, DateOnly Last)? Days = null)
{
    /// <summary>What can be chosen for references, by the noun.</summary>
    public Func<string, IReadOnlyList<SelectOption<Guid?>>> Choices { get; init; } = _ => [];
}

/// <summary>The inputs of declared fields, bound to an input. A choice of few has words of its own: it is written where they are known.</summary>
public sealed class RecordFields<TInput> : ComponentBase
    where TInput : class, new()
{
    [Parameter, EditorRequired]
    public TInput Input { get; set; } = null!;

    [Parameter, EditorRequired]
    public Fields<TInput> Fields { get; set; } = [];

    /// <summary>Whether one begins to type in the first.</summary>
    [Parameter]
    public bool FocusFirst { get; set; }

    [Parameter, EditorRequired]
    public FieldContext Context { get; set; } = new();

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var field in Fields)
        {
            builder.OpenRegion(0);
            Build(builder, field);
            builder.CloseRegion();
        }
    }

    private void Build(RenderTreeBuilder builder, Field<TInput> field)
    {
        switch (field.Kind)
        {
            case FieldKind.Amount:
                Open<MoneyField, decimal?>(builder, field);
                builder.AddComponentParameter(10, nameof(MoneyField.Currency), Context.Currency);
                break;
            case FieldKind.Number:
                Open<DecimalField, decimal?>(builder, field);
                break;
            case FieldKind.Day:
                Open<DateField, DateOnly?>(builder, field);
                builder.AddAttribute(20, "min", Context.Days?.First.ToString("O", CultureInfo.InvariantCulture));
                builder.AddAttribute(21, "max", Context.Days?.Last.ToString("O", CultureInfo.InvariantCulture));
                break;
            case FieldKind.Flag:
                Open<CheckField, bool>(builder, field);
                break;
            case FieldKind.Reference:
                Open<SelectField<Guid?>, Guid?>(builder, field);
                builder.AddComponentParameter(30, nameof(SelectField<>.Options), Context.Choices(field.Noun));
                break;
            case FieldKind.Text:
                Open<TextField, string?>(builder, field);
                builder.AddComponentParameter(39, nameof(TextField.Lines), field.Lines);
                builder.AddAttribute(40, "maxlength", field.MaxLength);
                builder.AddAttribute(41, "placeholder", field.Placeholder);
                builder.AddAttribute(42, "autocomplete", field.MayAutocomplete ? null : "off");
                break;
            default:
                throw new NotSupportedException($"{field.Name} is a {field.Kind}, which has words of its own.");
        }

        builder.AddAttribute(50, "autofocus", FocusFirst && field == Fields[0]);
        builder.CloseComponent();
    }

    private void Open<TField, T>(RenderTreeBuilder builder, Field<TInput> field)
        where TField : FieldBase<T>
    {
        builder.OpenComponent<TField>(0);
        builder.SetKey(field.Name);
        builder.AddMultipleAttributes(1, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(FieldBase<>.Label)] = field.Label,
            [nameof(FieldBase<>.Hint)] = field.Hint,
            [nameof(FieldBase<>.Value)] = (T?)field.ValueOf(Input),
            [nameof(FieldBase<>.ValueChanged)] = EventCallback.Factory.Create<T>(this, value => field.Set(Input, value)),
            [nameof(FieldBase<>.ValueExpression)] = Expression.Lambda<Func<T>>(Expression.Property(Expression.Constant(Input), field.Property)),
        }!);
    }
}
