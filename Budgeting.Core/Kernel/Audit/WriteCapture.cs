namespace Budgeting.Core.Kernel.Audit;

/// <summary>
/// Learns what a service call wrote, so that it can be taken back: open it, call the service, and look. It hears of what is committed
/// by the code that was called while it was open, and of nothing that runs beside it.
/// </summary>
public sealed class WriteCapture : IDisposable
{
    private static readonly AsyncLocal<WriteCapture?> Current = new();
    private readonly WriteCapture? _outer;

    private WriteCapture(WriteCapture? outer) => _outer = outer;

    /// <summary>The last write that was committed; <c>null</c> where nothing changed.</summary>
    public Guid? WriteId { get; private set; }

    public static WriteCapture Open() => Current.Value = new WriteCapture(Current.Value);

    /// <summary>Call after the commit.</summary>
    internal static void Note(Guid writeId)
    {
        if (Current.Value is { } open)
        {
            open.WriteId = writeId;
        }
    }

    public void Dispose() => Current.Value = _outer;
}
