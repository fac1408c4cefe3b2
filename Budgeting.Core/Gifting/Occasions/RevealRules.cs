using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>That an occasion shows everybody everything, from some day on, and who made it so.</summary>
/// <param name="From">The day; <c>null</c>: it keeps no surprises at all.</param>
/// <param name="By">Who; <c>null</c>: the command line.</param>
public sealed record Reveal(DateOnly? From, string? By, DateTimeOffset SetAt);

/// <summary>
/// Who may be kept from something can't end that by themselves and at once: they set a day that is some days off, and everybody reads
/// until then who did. It goes by whether gifts could be kept from them, never by whether there are any.
/// </summary>
public static class RevealRules
{
    /// <summary>How many days off the day must be, at least.</summary>
    public const int NoticeDays = 7;

    /// <summary>The first day that somebody can set from whom something may be kept.</summary>
    public static DateOnly EarliestOf(DateOnly today) => today.AddDays(NoticeDays);

    /// <param name="keptUntil">The first day on which everybody sees everything, as it is now.</param>
    /// <exception cref="InvalidException">It would show too soon what may be kept from who asks.</exception>
    internal static void RequireNotice(DateOnly keptUntil, OccasionInput input, DateOnly today)
    {
        var (check, earliest) = (new Check(), EarliestOf(today));
        check.That(
            input.Surprises,
            "surprises",
            $"There may be surprises for you here, so you can't turn this off. Set a day to reveal them: {earliest:yyyy-MM-dd} or later.");
        check.That(
            input.RevealOn is not { } day || day >= earliest || day >= keptUntil,
            "revealOn",
            $"There may be surprises for you here, so everybody is told {NoticeDays} days before: set {earliest:yyyy-MM-dd} or later.");
        check.ThrowIfAny();
    }

    /// <summary>What there is to tell of an occasion: nothing, where it keeps surprises for good.</summary>
    internal static async Task<Reveal?> OfAsync(UnitOfWork work, OccasionDto occasion, CancellationToken cancellationToken)
    {
        if (occasion is { Surprises: true, RevealOn: null })
        {
            return null;
        }

        // Whoever brings a deleted one back sets nothing.
        var versions = await new AuditRepository(work).VersionsAsync(nameof(Occasion), occasion.Id, cancellationToken);
        var states = versions.Where(v => v.State is not null).ToList();
        var set = states.Zip(states.Skip(1)).FirstOrDefault(pair => SetIn(pair.First) != SetIn(pair.Second)).First ?? states[^1];
        return new Reveal(occasion.Surprises ? occasion.RevealOn : null, set.History.By, set.History.At);
    }

    private static (bool, DateOnly?) SetIn(RowVersion version) => (version.State!.Get<bool>("surprises"), version.State.Get<DateOnly?>("revealOn"));
}
