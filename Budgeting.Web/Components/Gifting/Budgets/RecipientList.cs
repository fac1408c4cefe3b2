using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Web.Components.Ui;

namespace Budgeting.Web.Components.Gifting;

/// <summary>The recipients of an occasion's page, and who could become one.</summary>
internal sealed record RecipientList(IReadOnlyList<RecipientRow> Rows, IReadOnlyList<PersonDto> Others)
{
    private static readonly Memoized<OccasionPage, RecipientList> Known = new(Make);

    public static RecipientList Of(OccasionPage page) => Known.Of(page);

    /// <summary>For how many more is spent or planned than was set aside.</summary>
    public int Over { get; } = Rows.Count(r => r.Figures.Meter.Level is MeterLevel.Over);

    private static RecipientList Make(OccasionPage page)
    {
        var names = page.People.ToDictionary(p => p.Id, p => p.Name);
        var now = page.Figures.Recipients.Select(r => r.PersonId).ToHashSet();

        // Who got something last year is there from the start.
        var rows = (page.Previous?.Figures.Recipients ?? [])
            .Where(r => r.GiftCount > 0 && r.PersonId is not null && !now.Contains(r.PersonId))
            .Select(r => page.Figures.Of(r.PersonId))
            .Concat(page.Figures.Recipients)
            .Select(r => new RecipientRow(r, NameOf(names, r.PersonId), LastOf(page.Previous, r.PersonId)))
            .OrderBy(r => r.PersonId is null).ThenBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        var shown = rows.Select(r => r.PersonId).ToHashSet();
        var others = page.People.Where(p => p.Id != page.Figures.KeptFor && !shown.Contains(p.Id)).ToList();
        return new RecipientList(rows, others);
    }

    private static string NameOf(Dictionary<Guid, string> names, Guid? personId) =>
        personId is { } known && names.TryGetValue(known, out var name) ? name : "Nobody in particular";

    private static LastFigures? LastOf(PreviousOccasion? previous, Guid? personId) =>
        personId is { } known && previous?.Figures.Of(known) is { GiftCount: > 0 } figures ? new LastFigures(previous.Occasion.Id, figures) : null;
}

/// <param name="Last">What they got last year, if anything.</param>
internal sealed record RecipientRow(RecipientFigures Figures, string Name, LastFigures? Last)
{
    public Guid? PersonId => Figures.PersonId;
}

internal sealed record LastFigures(Guid OccasionId, RecipientFigures Figures);
