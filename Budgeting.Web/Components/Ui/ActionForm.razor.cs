using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// A form whose rules are the service's: it saves, and shows what the service refused, each error beside its field. What was
/// typed stays.
/// </summary>
/// <typeparam name="TModel">What is typed into; a property is named like the service's field.</typeparam>
public sealed partial class ActionForm<TModel> : ComponentBase
    where TModel : class
{
    private EditContext _context = null!;
    private ValidationMessageStore _messages = null!;
    private string? _error;
    private bool _busy;

    [Parameter, EditorRequired]
    public TModel Model { get; set; } = null!;

    /// <summary>Saves through a service.</summary>
    [Parameter, EditorRequired]
    public Func<Task> OnSave { get; set; } = null!;

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public string SaveText { get; set; } = "Save";

    /// <summary>Names the form on a page without a circuit, where it is posted.</summary>
    [Parameter]
    public string? FormName { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = null!;

    /// <summary>Further buttons.</summary>
    [Parameter]
    public RenderFragment? More { get; set; }

    protected override void OnParametersSet()
    {
        if (_context?.Model != Model)
        {
            _context = new EditContext(Model);
            _messages = new ValidationMessageStore(_context);
            _context.OnFieldChanged += (_, changed) => _messages.Clear(changed.FieldIdentifier);
        }
    }

    private async Task SubmitAsync()
    {
        // What a field couldn't read is an error of its own, kept by the field.
        if (_busy || _context.GetValidationMessages().Except(OwnMessages()).Any())
        {
            return;
        }

        (_busy, _error) = (true, null);
        _messages.Clear();
        try
        {
            await OnSave();
        }
        catch (InvalidException invalid)
        {
            Show(invalid);
        }
        catch (DomainException refused)
        {
            _error = refused.Message;
        }
        finally
        {
            _busy = false;
            _context.NotifyValidationStateChanged();
        }
    }

    private IEnumerable<string> OwnMessages() =>
        typeof(TModel).GetProperties().SelectMany(p => _messages[_context.Field(p.Name)]);

    private void Show(InvalidException invalid)
    {
        var fields = typeof(TModel).GetProperties().ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, errors) in invalid.Errors)
        {
            if (fields.TryGetValue(name, out var field))
            {
                _messages.Add(_context.Field(field.Name), errors);
            }
            else
            {
                _error = string.Join(' ', errors);
            }
        }
    }
}
