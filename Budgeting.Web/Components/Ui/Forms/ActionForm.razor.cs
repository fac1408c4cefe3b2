using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// A form whose rules are the service's: it saves, and shows what the service refused, each error beside its field. What was
/// typed stays. In a dialog it has a way to cancel.
/// </summary>
/// <typeparam name="TModel">What is typed into; a property is named like the service's field.</typeparam>
public sealed partial class ActionForm<TModel> : ComponentBase
    where TModel : class
{
    private readonly string _id = FieldId.Next();
    private EditContext _context = null!;
    private ValidationMessageStore _messages = null!;
    private string? _error;
    private bool _busy;
    private bool _isSaved;
    private bool _isStale;
    private bool _isOutdated;
    private bool _isRefused;
    private bool _isNext;
    private readonly HashSet<FieldIdentifier> _wrong = [];
    private IReadOnlyList<object?> _unchanged = [];

    [Parameter, EditorRequired]
    public TModel Model { get; set; } = null!;

    /// <summary>Saves through a service.</summary>
    [Parameter, EditorRequired]
    public Func<Task> OnSave { get; set; } = null!;

    /// <summary>Saves and puts an empty model in place, where several are added one after another.</summary>
    [Parameter]
    public Func<Task>? OnSaveAndNext { get; set; }

    /// <summary>The record that is edited, as it was when the edit began; nothing where one is added.</summary>
    [Parameter]
    public IVersioned? Edits { get; set; }

    /// <summary>Fills the model anew, where somebody else's change made saving impossible.</summary>
    [Parameter]
    public Func<Task>? OnReload { get; set; }

    [Parameter]
    public string SaveText { get; set; } = "Save";

    /// <summary>Names the form on a page without a circuit, where it is posted.</summary>
    [Parameter]
    public string? FormName { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;

    /// <summary>How it is laid out.</summary>
    [Parameter]
    public string Class { get; set; } = "stack";

    /// <summary>Called when it wasn't saved, with all that is wrong shown: in place of putting the focus there.</summary>
    [Parameter]
    public EventCallback OnRefused { get; set; }

    /// <summary>Further buttons.</summary>
    [Parameter]
    public RenderFragment? More { get; set; }

    [CascadingParameter]
    private FormDialog? Dialog { get; set; }

    [Inject]
    private BrowserScript Script { get; set; } = null!;

    private static StaleException Outdated => new("record", changedBy: null);

    private IEnumerable<string> Unreadable => _context.GetValidationMessages().Except(OwnMessages());

    protected override void OnParametersSet()
    {
        if (_context?.Model != Model)
        {
            _context = new EditContext(Model);
            _messages = new ValidationMessageStore(_context);
            _context.OnFieldChanged += (_, changed) => _messages.Clear(changed.FieldIdentifier);
            Dialog?.IsChanged = IsChanged;
        }

        if (!_context.IsModified())
        {
            _unchanged = Values();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isRefused)
        {
            _isRefused = false;
            await Script.FocusRefusedAsync(_id);
        }

        if (_isNext)
        {
            _isNext = false;
            await Script.FocusNextAsync(_id);
        }
    }

    /// <summary>Does something else than saving, such as deleting: what is refused is shown as if it was saving.</summary>
    public async Task DoAsync(Func<Task> action)
    {
        if (!_busy && !_isSaved && !await TryAsync(action))
        {
            await ShowRefusedAsync();
        }
    }

    private async Task SubmitAsync(Func<Task> save)
    {
        if (_busy || _isSaved)
        {
            return;
        }

        // What a field couldn't read is an error of its own, kept by the field.
        if (Unreadable.Any() || !await TryAsync(save))
        {
            await ShowRefusedAsync();
        }
    }

    // What is wrong must be drawn before it can have the focus.
    private Task ShowRefusedAsync()
    {
        _isRefused = !OnRefused.HasDelegate;
        StateHasChanged();
        return OnRefused.InvokeAsync();
    }

    private async Task<bool> TryAsync(Func<Task> action)
    {
        (_busy, _error, _isStale) = (true, null, false);
        _messages.Clear();
        try
        {
            await (_isOutdated ? Task.FromException(Outdated) : action());
            _context.MarkAsUnmodified();

            // The second half of a double click may come before the dialog is gone.
            _isNext = action == OnSaveAndNext;
            _isSaved = Dialog is not null && !_isNext;
            return true;
        }
        catch (InvalidException invalid)
        {
            Show(invalid.Errors);
        }
        catch (ConflictException conflict) when (conflict.Field is { } field)
        {
            Show(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [conflict.Message] });
        }
        catch (DomainException refused)
        {
            (_error, _isStale) = (refused.Message, refused is StaleException);
        }
        finally
        {
            _busy = false;
            _context.NotifyValidationStateChanged();
            StateHasChanged();
        }

        return false;
    }

    // From js/typed.js, which put back what was typed before the page began anew: on a record that is another by now, or into a form that
    // was sent and got no answer.
    private void Return(ChangeEventArgs how)
    {
        _isOutdated = _isStale = how.Value is "outdated";
        _error = _isOutdated ? Outdated.Message : "The connection was lost while this was being saved. Look whether it is there before you save it again.";
    }

    private async Task ReloadAsync()
    {
        (_error, _isStale, _isOutdated) = (null, false, false);
        _messages.Clear();
        try
        {
            await OnReload!();
            _context.MarkAsUnmodified();
            _unchanged = Values();
        }
        catch (DomainException gone)
        {
            _error = gone.Message;
        }
    }

    // What was typed and taken back is no change.
    private bool IsChanged() => _context.IsModified() && (Unreadable.Any() || !_unchanged.SequenceEqual(Values()));

    private List<object?> Values() => ValuesOf(Model).Select(value => value is "" ? null : value).ToList();

    // Those of its rows, where it has a list of them, are its own.
    private static IEnumerable<object?> ValuesOf(object model) => model.GetType().GetProperties()
        .Select(p => p.GetValue(model))
        .SelectMany(value => value is IReadOnlyList<object> rows and not IReadOnlyList<string> ? rows.SelectMany(ValuesOf) : [value]);

    private IEnumerable<string> OwnMessages() => _wrong.SelectMany(field => _messages[field]);

    private void Show(IReadOnlyDictionary<string, string[]> refused)
    {
        foreach (var (name, errors) in refused)
        {
            if (FieldOf(Model, name) is { } field)
            {
                _wrong.Add(field);
                _messages.Add(field, errors);
            }
            else
            {
                _error = string.Join(' ', errors);
            }
        }
    }

    // A name is that of a property, or leads to one of a row: moves[0].amount.
    private static FieldIdentifier? FieldOf(object model, string name)
    {
        if (RowName().Match(name) is { Success: true } row)
        {
            return PropertyOf(model, row.Groups["list"].Value)?.GetValue(model) is IReadOnlyList<object> rows &&
                int.Parse(row.Groups["index"].Value, CultureInfo.InvariantCulture) is var index && index < rows.Count
                ? FieldOf(rows[index], row.Groups["field"].Value)
                : null;
        }

        return PropertyOf(model, name) is { } property ? new FieldIdentifier(model, property.Name) : null;
    }

    private static PropertyInfo? PropertyOf(object model, string name) =>
        Array.Find(model.GetType().GetProperties(), p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?<list>\w+)\[(?<index>\d{1,4})\]\.(?<field>\w+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowName();
}
