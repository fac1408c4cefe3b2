using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>What the forms of a record have in common: they bind its input, begin it, load what somebody else made of it, and save it.</summary>
public abstract class RecordEditor<TInput, TDto> : ComponentBase
    where TInput : class, new()
    where TDto : class, IVersioned
{
    [Parameter, EditorRequired]
    public RecordService<TInput, TDto> Service { get; set; } = null!;

    /// <summary>What has the record, such as a period; left out: the organization.</summary>
    [Parameter]
    public Guid? ParentId { get; set; }

    /// <summary>The one to edit; a new one without it.</summary>
    [Parameter]
    public TDto? Record { get; set; }

    /// <summary>What a new one begins with.</summary>
    [Parameter]
    public Func<TInput> First { get; set; } = () => new TInput();

    /// <summary>What a record is called, at the beginning of a sentence.</summary>
    [Parameter, EditorRequired]
    public Func<TDto, string> Name { get; set; } = null!;

    [Parameter]
    public Fields<TInput> Fields { get; set; } = [];

    [Parameter]
    public FieldContext Context { get; set; } = new();

    /// <summary>The fields, where they aren't simply the declared ones.</summary>
    [Parameter]
    public RenderFragment<TInput>? ChildContent { get; set; }

    /// <summary>Called when a form begins: with a new record, or the one to edit.</summary>
    [Parameter]
    public Func<TInput, Task>? OnBegin { get; set; }

    [Inject]
    protected UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    protected CurrentMember Current { get; set; } = null!;

    protected TInput Input { get; private set; } = null!;

    /// <summary>What an edit was made on.</summary>
    protected TDto? Basis { get; private set; }

    /// <summary>Whether one begins to type in the first field.</summary>
    protected virtual bool FocusFirst => false;

    protected RenderFragment Body => ChildContent?.Invoke(Input) ?? DeclaredFields;

    protected override async Task OnInitializedAsync()
    {
        Basis = Record;
        await BeginAsync(Record?.As<TInput>() ?? First());
    }

    protected async Task BeginAsync(TInput input)
    {
        Input = input;
        await (OnBegin?.Invoke(input) ?? Task.CompletedTask);
    }

    protected async Task LoadTheirsAsync()
    {
        Basis = await Service.GetAsync(Record!.Id, CancellationToken.None);
        await BeginAsync(Basis.As<TInput>());
        StateHasChanged();
    }

    /// <summary>Adds the record, or changes it, with a way to undo it.</summary>
    /// <param name="added">What happened to one that is new, such as <c>added</c>.</param>
    protected Task<TDto> WriteAsync(string added) => Basis is { } basis
        ? UndoableActions.DoAsync(() => Service.UpdateAsync(basis.Id, Input, basis.Version, CancellationToken.None), r => $"{Name(r)} changed.")
        : UndoableActions.DoAsync(() => Service.AddAsync(ParentId ?? Current.OrganizationId, Input, CancellationToken.None), r => $"{Name(r)} {added}.");

    private void DeclaredFields(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenComponent<RecordFields<TInput>>(0);
        builder.AddComponentParameter(1, nameof(RecordFields<>.Input), Input);
        builder.AddComponentParameter(2, nameof(RecordFields<>.Fields), Fields);
        builder.AddComponentParameter(3, nameof(RecordFields<>.Context), Context);
        builder.AddComponentParameter(4, nameof(RecordFields<>.FocusFirst), FocusFirst);
        builder.CloseComponent();
    }
}
