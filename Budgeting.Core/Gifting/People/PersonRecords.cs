using System.Linq.Expressions;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>The people gifts are for.</summary>
internal sealed class PersonRecords(UnitOfWork work, CurrentMember current, TimeProvider time) : OrganizationRecords<Person, PersonInput, PersonDto>(work, current, time)
{
    private readonly GiftingRepository _repository = new(work);

    public static Expression<Func<Person, PersonDto>> Projection { get; } = p => new PersonDto(p.Id, p.Name, p.Birthday, p.MemberId, p.Notes, p.Version);

    protected override string Noun => "person";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Person, PersonDto>> Dto => Projection;

    public override Person New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = parentId, Name = "" };

    public override async Task WriteAsync(Person row, PersonInput input, CancellationToken cancellationToken)
    {
        if (IsSelf(row) && input.MemberId != row.MemberId)
        {
            throw Unlinking();
        }

        var check = new Check();
        row.Name = check.Required(input.Name, "name", "a name", 100);
        row.Notes = check.Optional(input.Notes, "notes", 2000);
        (row.Birthday, row.MemberId) = (input.Birthday, input.MemberId);
        if (input.MemberId is { } memberId)
        {
            check.That(await _repository.MemberExistsAsync(memberId, cancellationToken), "memberId", "There is no such member.");
            check.That(!await _repository.IsLinkedAsync(memberId, row.Id, cancellationToken), "memberId", "Another person is linked to this member already.");
        }

        check.ThrowIfAny();
    }

    /// <summary>Refuses to delete somebody who is in use.</summary>
    /// <exception cref="NotFoundException">No such person here.</exception>
    /// <exception cref="ConflictException">
    /// Gifts or sub-budgets are for them: <c>person.in-use</c>. Or it is who asks, whether there are any or not: <c>person.yourself</c>.
    /// </exception>
    public async Task RequireUnusedAsync(Guid id, CancellationToken cancellationToken) =>
        await RemovingAsync(await RequireAsync(id, cancellationToken), cancellationToken);

    protected override async Task RemovingAsync(Person row, CancellationToken cancellationToken)
    {
        if (IsSelf(row))
        {
            throw new ConflictException("person.yourself", "This is you: there may be surprises for you. Ask somebody else to delete it.");
        }

        if (await _repository.IsInUseAsync(row.Id, cancellationToken))
        {
            throw new ConflictException("person.in-use", $"{row.Name} has gifts, wishes or a sub-budget. Delete those first, or keep {row.Name}.");
        }
    }

    protected override Task<Person> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var member = deletion.Before!.Get<Guid?>("memberId");
        return member is not null && member == Current.MemberId && state.Get<Guid?>("memberId") != member
            ? throw Unlinking()
            : base.AgainAsync(id, deletion, state, cancellationToken);
    }

    private static InvalidException Unlinking() =>
        new("memberId", "You can't unlink yourself: surprises for you would show. Ask somebody else to.");

    private bool IsSelf(Person row) => row.MemberId is not null && row.MemberId == Current.MemberId;
}
