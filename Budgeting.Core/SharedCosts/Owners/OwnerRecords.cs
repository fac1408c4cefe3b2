using System.Linq.Expressions;
using System.Net.Mail;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// The parties whose balances are kept. Admins write them, and a member the e-mail address and the IBAN of the owner that they are. Their
/// accounts are shown to these alone.
/// </summary>
internal sealed class OwnerRecords(UnitOfWork work, CurrentMember current, TimeProvider time) : OrganizationRecords<Owner, OwnerInput, OwnerDto>(work, current, time)
{
    private static readonly IReadOnlySet<string> Account = new HashSet<string>(["iban"], StringComparer.Ordinal);

    private readonly SharedCostsRepository _repository = new(work);

    public static Expression<Func<Owner, OwnerDto>> Projection { get; } =
        o => new OwnerDto(o.Id, o.Name, o.MemberId, o.Email, o.Iban, o.Active, o.Version);

    protected override string Noun => "owner";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Owner, OwnerDto>> Dto => Projection;

    public override Owner New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = parentId, Name = "" };

    protected override async Task<Page<OwnerDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken)
    {
        var (all, reader) = (await base.PageInAsync(parentId, page, cancellationToken), await AccountReader.OfAsync(Current, cancellationToken));
        return all with { Items = all.Items.Select(reader.Of).ToList() };
    }

    protected override async Task<Func<OwnerDto>> AnswerAsync(Owner row, CancellationToken cancellationToken)
    {
        var reader = await AccountReader.OfAsync(Current, cancellationToken);
        return () => reader.Of(DtoOf(row));
    }

    protected override async Task<IReadOnlyList<HistoryEntry>> HistoryOfAsync(Guid id, IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken)
    {
        var (history, reader) = (await base.HistoryOfAsync(id, newestFirst, cancellationToken), await AccountReader.OfAsync(Current, cancellationToken));
        return reader.Sees((await FindAsync(id, cancellationToken))?.MemberId) ? history : history.Select(h => h.Without(Account)).ToList();
    }

    protected override async Task<IReadOnlyList<DeletedRecord<OwnerInput>>> DeletedOfAsync(
        IEnumerable<(Guid Id, RowVersion Deletion)> deletions, CancellationToken cancellationToken)
    {
        var (deleted, reader) = (await base.DeletedOfAsync(deletions, cancellationToken), await AccountReader.OfAsync(Current, cancellationToken));
        return deleted.Select(d => reader.Sees(d.Record.MemberId) ? d : d with { Record = d.Record with { Iban = null } }).ToList();
    }

    /// <exception cref="ForbiddenException">Who acts is no admin, and it is somebody else or something else.</exception>
    /// <exception cref="ConflictException">Another active owner is called that: <c>owner.exists</c>.</exception>
    public override async Task WriteAsync(Owner row, OwnerInput input, CancellationToken cancellationToken)
    {
        await RequireMayAsync(row, input, cancellationToken);
        var (check, known) = (new Check(), (row.Name, row.Active));
        row.Name = check.Required(input.Name, "name", "a name", 100);
        row.Email = check.Optional(input.Email, "email", 254);
        check.That(row.Email is null || MailAddress.TryCreate(row.Email, out _), "email", "Enter an e-mail address such as ada@example.org.");
        row.Iban = check.Optional(Iban.Normalize(input.Iban), "iban", Iban.MaxLength);
        check.That(row.Iban is null || Iban.IsValid(row.Iban), "iban", Iban.Error);
        check.That(input.MemberId is not { } id || await _repository.MemberExistsAsync(id, cancellationToken), "memberId", "There is no such member.");
        check.ThrowIfAny();
        (row.MemberId, row.Active) = (input.MemberId, input.Active);
        if (row.Active && known != (row.Name, true))
        {
            await RequireOwnNameAsync(row, cancellationToken);
        }
    }

    /// <exception cref="ConflictException">Something is recorded of them: <c>owner.in-use</c>.</exception>
    protected override async Task RemovingAsync(Owner row, CancellationToken cancellationToken)
    {
        await Current.RequireAsync(Role.Admin, cancellationToken);
        if (await _repository.IsOwnerInUseAsync(row.Id, cancellationToken))
        {
            throw new ConflictException("owner.in-use", $"{row.Name} owns something, or something is recorded of them. Make them inactive instead.");
        }
    }

    public override Task FinishAsync(CancellationToken cancellationToken)
    {
        Work.Touch(SharedCostsTopics.Periods);
        return Task.CompletedTask;
    }

    private async Task RequireMayAsync(Owner row, OwnerInput input, CancellationToken cancellationToken)
    {
        var isOwn = row.MemberId is not null && row.MemberId == Current.MemberId;
        if (!isOwn || (input.Name, input.MemberId, input.Active) != (row.Name, row.MemberId, row.Active))
        {
            await Current.RequireAsync(Role.Admin, cancellationToken);
        }
    }

    // Files and lists name owners. Those who had the same name before there was this rule keep it.
    private async Task RequireOwnNameAsync(Owner row, CancellationToken cancellationToken)
    {
        var others = (await _repository.OwnerCardsAsync(cancellationToken)).Where(o => o.Active && o.Id != row.Id);
        if (others.FirstOrDefault(o => CanonicalText.AreAlike(o.Name, row.Name)) is { } other)
        {
            throw new ConflictException("owner.exists", $"There is an active owner called “{other.Name}” already. Add what tells the two apart.") { Field = "name" };
        }
    }
}
