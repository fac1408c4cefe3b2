using System.Globalization;
using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Layout;

public sealed partial class UndoToast : ComponentBase, IDisposable
{
    // Undo becomes Redo under the pointer: a double click, or keys that are held down, would take back what they did.
    private static readonly TimeSpan DoublePress = TimeSpan.FromMilliseconds(600);

    private readonly CancellationTokenSource _closed = new();
    private UndoOffer? _shown;
    private ITimer? _timer;
    private TimeSpan _left;
    private long _startedAt;
    private long? _pressedAt;
    private bool _isPointedAt;
    private bool _isFocused;

    [Inject]
    private UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private UndoOffer? Offer => UndoableActions.Offer;

    private bool IsPaused => _isPointedAt || _isFocused;

    private string? LeftText => Offer is null ? null : _left.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);

    private string? Said => Offer is null ? null : $"{Offer.Sentence} {Offer.Verb} with Control Z.";

    public void Dispose()
    {
        UndoableActions.Changed -= OnChanged;
        _timer?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized() => UndoableActions.Changed += OnChanged;

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        if (Offer is { } offer && offer != _shown)
        {
            _left = offer.Left;
            Start();
        }
        else if (Offer is null)
        {
            // What is hidden is left without a word.
            (_isPointedAt, _isFocused) = (false, false);
            Stop();
        }

        _shown = Offer;
        StateHasChanged();
    });

    private Task UndoAsync()
    {
        var isAgain = _pressedAt is { } last && Time.GetElapsedTime(last) < DoublePress;
        _pressedAt = Time.GetTimestamp();
        return isAgain ? Task.CompletedTask : UndoableActions.UndoAsync();
    }

    private void Pause(bool byPointer)
    {
        Stop();
        Set(byPointer, isOn: true);
    }

    private void GoOn(bool byPointer)
    {
        Set(byPointer, isOn: false);
        Start();
    }

    // Who clicks it has the focus in it as well, until they click elsewhere: that holds nothing up.
    private void Set(bool byPointer, bool isOn) =>
        (_isPointedAt, _isFocused) = byPointer ? (isOn, _isFocused) : (_isPointedAt, isOn && !_isPointedAt);

    private void Start()
    {
        Stop();
        if (Offer is { } offer && !IsPaused)
        {
            _startedAt = Time.GetTimestamp();
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(() => End(offer)), state: null, _left, Timeout.InfiniteTimeSpan);
        }
    }

    private void Stop()
    {
        if (_timer is not null)
        {
            _timer.Dispose();
            _timer = null;
            _left -= Time.GetElapsedTime(_startedAt);
            _left = _left > TimeSpan.Zero ? _left : TimeSpan.Zero;
        }
    }

    // Another offer may have come, or somebody may have pointed at it, while the timer rang.
    private void End(UndoOffer offer)
    {
        if (Offer == offer && _timer is not null)
        {
            UndoableActions.Show(null);
        }
    }

    // From js/undo.js. What it tells of is one's own: the service looks whether it still stands.
    private async Task ResumeAsync(ChangeEventArgs kept)
    {
        try
        {
            if (JsonSerializer.Deserialize<Kept>((string?)kept.Value ?? "", JsonFormat.Options) is var (write, text, step, left))
            {
                var time = TimeSpan.FromMilliseconds(Math.Clamp(left, 0, UndoOffer.Lifetime.TotalMilliseconds));
                await UndoableActions.ResumeAsync(new UndoOffer(write, text, step, time), _closed.Token);
            }
        }
        catch (Exception failed) when (failed is JsonException or DomainException)
        {
            // Then there is nothing to offer.
        }
    }

    private sealed record Kept(Guid Write, string Text, UndoStep Step, double Left);
}
