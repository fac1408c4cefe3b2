using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Gifting;

/// <summary>Everybody gifts are for.</summary>
public sealed partial class People : ComponentBase
{
    private View _view = View.Empty;

    [Inject]
    private PeopleService Service { get; set; } = null!;

    [Inject]
    private OrganizationsService Organizations { get; set; } = null!;

    [Inject]
    private CurrentMember Current { get; set; } = null!;

    [Inject]
    private UndoableActions UndoableActions { get; set; } = null!;

    [Inject]
    private Actions Actions { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().Date);

    private async Task<View> LoadAsync(CancellationToken cancellationToken) => new(
        await Service.ListAsync(cancellationToken),
        await Organizations.MembersAsync(cancellationToken),
        await Current.RoleAsync(cancellationToken) >= Role.Member);

    private Task EditAsync(PersonDto? person) => Dialogs.EditAsync(
        Service,
        "person",
        person,
        p => p.Name,
        PersonInput.Fields,
        new FieldContext { Choices = _ => [new(null, "Nobody"), .. _view.LinkableTo(person).Select(m => new SelectOption<Guid?>(m.Id, m.Name))] });

    private async Task DeleteAsync(PersonDto person)
    {
        if (await Actions.TryAsync(() => Service.CheckDeleteAsync(person.Id, CancellationToken.None)) &&
            await Actions.ConfirmAsync($"{person.Name} is taken off the list for everybody.", $"Delete {person.Name}?", "Delete"))
        {
            await UndoableActions.TryAsync(() => Service.DeleteAsync(person.Id, person.Version, CancellationToken.None), $"{person.Name} is deleted.");
        }
    }

    private HistoryView<PersonInput, PersonDto> Past => new(
        Service,
        [GiftingTopics.People, OrganizationTopics.Members],
        p => p.Name,
        _ => Task.FromResult(HistoryWords.Of(PersonInput.Fields, default, (_, id) => _view.NameOf(id)).Empty("memberId", "nobody")))
    {
        MayRestore = _view.CanWrite,
    };

    private Task ShowDeletedAsync() => Dialogs.ShowDeletedAsync(
        "Deleted people",
        Past,
        Current.OrganizationId,
        _ => Task.FromResult(new DeletedView<PersonInput>("people", "people", default, p => p.Name!, p => p.Notes ?? "", _ => null)));

    private sealed record View(IReadOnlyList<PersonDto> People, IReadOnlyList<MemberDto> Members, bool CanWrite)
    {
        public static View Empty { get; } = new([], [], CanWrite: false);

        public string? NameOf(Guid memberId) => Members.FirstOrDefault(m => m.Id == memberId)?.Name;

        public MemberDto? MemberOf(PersonDto person) => Members.FirstOrDefault(m => m.Id == person.MemberId);

        /// <summary>The members who aren't anybody else here.</summary>
        public List<MemberDto> LinkableTo(PersonDto? person) =>
            Members.Where(m => m.Id == person?.MemberId || (m.Active && People.All(p => p.MemberId != m.Id))).ToList();
    }
}
