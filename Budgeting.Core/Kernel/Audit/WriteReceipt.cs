namespace Budgeting.Core.Kernel.Audit;

/// <summary>
/// Learns what a service call wrote, so that it can be taken back: open it, call the service, and look. It hears of what is committed
/// by the code that was called while it was open, and of nothing that runs beside it.
/// </summary>
public sealed class WriteReceipt : IDisposable
{
    private static readonly AsyncLocal<WriteReceipt?> Current = new();
    private readonly WriteReceipt? _outer;

    private WriteReceipt(WriteReceipt? outer) => _outer = outer;

    /// <summary>The last write that was committed; <c>null</c> where nothing changed.</summary>
    public Guid? WriteId { get; private set; }

    public static WriteReceipt Open() => Current.Value = new WriteReceipt(Current.Value);

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
