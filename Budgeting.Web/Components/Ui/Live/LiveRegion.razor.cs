using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// The live part of a page: loads, shows what it loaded, and loads again after any change of what it watches. It subscribes
/// before it loads, so that no change falls between the two, and one burst of changes makes one load.
/// </summary>
/// <typeparam name="T">What is loaded.</typeparam>
public sealed partial class LiveRegion<T> : ComponentBase, IDisposable
    where T : class
{
    private readonly CancellationTokenSource _closed = new();
    private ChangeSubscription? _subscription;
    private PersistingComponentStateSubscription? _persisting;
    private T? _model;
    private DomainException? _error;
    private object? _loadedKey;
    private (Role, string?)? _shown;
    private readonly LiveUpdate _update = new();
    private long _position;
    private bool _isLeaving;

    /// <summary>What to hear of.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Topic> Watch { get; set; } = [];

    /// <summary>Loads through a service. Called on the page's own dispatcher.</summary>
    [Parameter, EditorRequired]
    public Func<CancellationToken, Task<T>> Load { get; set; } = null!;

    /// <summary>Loads anew when it changes: the id or the filter from the address.</summary>
    [Parameter]
    public object? Key { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment<T> ChildContent { get; set; } = null!;

    [Parameter]
    public RenderFragment? Loading { get; set; }

    /// <summary>Shown instead of the ordinary error state.</summary>
    [Parameter]
    public RenderFragment<DomainException>? Failed { get; set; }

    /// <summary>Called after each load, the first included.</summary>
    [Parameter]
    public EventCallback<T> Loaded { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private ChangeFeed Feed { get; set; } = null!;

    [Inject]
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private PersistentComponentState State { get; set; } = null!;

    [Inject]
    private PrerenderCache PrerenderCache { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<LiveRegion<T>> Logger { get; set; } = null!;

    /// <summary>Loads and shows again.</summary>
    public async Task ReloadAsync()
    {
        await LoadAsync();
        await TellAsync();
        StateHasChanged();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _persisting?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var isFirst = _subscription is null && _persisting is null;
        if (!isFirst && Equals(_loadedKey, Key))
        {
            return;
        }

        _loadedKey = Key;
        if (isFirst)
        {
            Begin();
        }

        if (!isFirst || !TakeOver())
        {
            _update.IsPushed = false;
            await LoadAsync();
        }

        await TellAsync();
    }

    private long Position => Current.IsSignedIn ? Feed.PositionOf(Current.OrganizationId) : 0;

    private string StateKey => $"{typeof(T).FullName}:{Key}";

    private void Begin()
    {
        if (!RendererInfo.IsInteractive)
        {
            _persisting = State.RegisterOnPersisting(Persist);
        }
        else if (Current.IsSignedIn)
        {
            _subscription = Feed.Subscribe(Current.OrganizationId, Watch, OnChangesAsync, OnSubscriptionError);
        }
    }

    private Task Persist()
    {
        if (_model is not null)
        {
            State.PersistAsJson(StateKey, new Snapshot(PrerenderCache.Put(_model), _position));
        }

        return Task.CompletedTask;
    }

    // What was prerendered counts only while nothing changed since.
    private bool TakeOver()
    {
        if (RendererInfo.IsInteractive && State.TryTakeFromJson<Snapshot>(StateKey, out var snapshot) && snapshot is not null &&
            PrerenderCache.Take<T>(snapshot.Key) is { } model && snapshot.Position == Position)
        {
            _model = model;
        }

        return _model is not null;
    }

    private async Task LoadAsync()
    {
        try
        {
            _position = Position;
            _model = await Load(_closed.Token);
            _error = null;
        }
        catch (UnauthenticatedException)
        {
            _isLeaving = true;
            Leave();
        }
        catch (DomainException error)
        {
            _error = error;
            if (StatusOf(error) is { } status && HttpContext is { Response.HasStarted: false } context)
            {
                context.Response.StatusCode = status;
            }
        }
    }

    private static int? StatusOf(DomainException error) => error switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        ForbiddenException => StatusCodes.Status403Forbidden,
        InvalidException => StatusCodes.Status400BadRequest,
        _ => null,
    };

    // Not by navigating while the page is prerendered: the framework goes on with what it left (dotnet/aspnetcore#69035).
    private void Leave()
    {
        if (RendererInfo.IsInteractive)
        {
            Navigation.NavigateTo("/sign-in", forceLoad: true);
        }
        else
        {
            HttpContext?.Response.Redirect("/sign-in");
        }
    }

    private Task OnChangesAsync(IReadOnlyList<Change> _) => InvokeAsync(async () =>
    {
        if (_closed.IsCancellationRequested)
        {
            return;
        }

        await LoadAsync();

        // What the viewer doesn't see must not show as a change either, not even as an empty one on the wire: it may be a surprise.
        if (_isLeaving || (_shown is { } shown && await ShownAsync() == shown))
        {
            return;
        }

        _update.IsPushed = true;
        await TellAsync();
        StateHasChanged();
    });

    private async Task TellAsync()
    {
        _shown = await ShownAsync();
        if (_error is null && _model is not null)
        {
            await Loaded.InvokeAsync(_model);
        }
    }

    // A page shows what was loaded, or why it couldn't be, and to a writer more than to a reader.
    private async Task<(Role, string?)?> ShownAsync() => RendererInfo.IsInteractive && Current.IsSignedIn && !_isLeaving
        ? (await Current.RoleAsync(_closed.Token), _error is null ? ContentHash.Of(_model) : $"{_error.Code}: {_error.Message}")
        : null;

    private void OnSubscriptionError(Exception exception) =>
        Logger.LogError(exception, "A live page could not load what changed.");

    private sealed record Snapshot(Guid Key, long Position);
}
