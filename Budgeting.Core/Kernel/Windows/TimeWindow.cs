using System.Runtime.InteropServices;

namespace Budgeting.Core.Kernel;

/// <summary>A stretch of time that a limit counts in: <c>[Start, End)</c>, in UTC. Within a budget, its start identifies it.</summary>
/// <param name="End">When the limit begins anew, or is over; <c>null</c>: never.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset? End)
{
    public bool Contains(DateTimeOffset instant) => instant >= Start && !(instant >= End);
}
