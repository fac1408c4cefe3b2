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

    /// <exception cref="InvalidException">It would show too soon what may be kept from who asks.</exception>
    internal static void RequireNotice(Occasion occasion, OccasionInput input, DateOnly today)
    {
        var (check, earliest) = (new Check(), EarliestOf(today));
        check.That(
            input.Surprises,
            "surprises",
            $"There may be surprises for you here, so you can't turn this off. Set a day to reveal them: {earliest:yyyy-MM-dd} or later.");
        check.That(
            input.RevealOn is not { } day || day >= earliest || day >= occasion.KeptUntil,
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

        var history = await new AuditRepository(work).HistoryAsync(AuditNames.Of<Occasion>(), occasion.Id, cancellationToken);
        var set = history.First(e => e.Changes.Any(c => c.Field is "surprises" or "revealOn"));
        return new Reveal(occasion.Surprises ? occasion.RevealOn : null, set.By, set.At);
    }
}
