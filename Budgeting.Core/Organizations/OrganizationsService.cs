using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Organizations;

/// <summary>The organization's settings and its members.</summary>
public sealed class OrganizationsService(UnitOfWorkFactory units, CurrentMember current)
{
    public async Task<OrganizationDto> GetAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await new OrganizationsRepository(work).OrganizationAsync(cancellationToken));
    }

    /// <summary>
    /// Changes what can be set of the organization. Amounts keep their numbers: nothing is converted, so a new currency must have at least as
    /// many decimals. A fiscal year that has a proposal stays as it is.
    /// </summary>
    /// <exception cref="ConflictException">
    /// <c>organization.currency-too-coarse</c>; or duties are to be combined where there are several members, <c>organization.several-members</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<OrganizationDto> UpdateAsync(OrganizationInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new OrganizationsRepository(work);
        var organization = await repository.OrganizationAsync(cancellationToken);
        var check = new Check();
        var name = check.Required(input.Name, "name", "a name", 100);
        check.That(Currency.TryOf(input.Currency, out var currency), "currency", "Choose a currency, such as EUR.");
        var iban = check.Optional(Iban.Normalize(input.Iban), "iban", Iban.MaxLength);
        check.That(iban is null || Iban.IsValid(iban), "iban", Iban.Error);
        check.That(input.FiscalYearStartMonth is >= 1 and <= 12, "fiscalYearStartMonth", "Choose a month from 1 to 12.");
        var reason = CheckReason(check, input, organization);
        check.ThrowIfAny();

        await new AuditRepository(work).RequireVersionAsync(organization, version, "organization", cancellationToken);
        RequireAsFine(currency, organization);
        if (organization.SeparateDuties && !input.SeparateDuties && await repository.HasSeveralMembersAsync(cancellationToken))
        {
            throw new ConflictException("organization.several-members", "There are several members, so somebody else can approve: duties stay separate.") { Field = "separateDuties" };
        }

        (organization.Name, organization.CurrencyCode, organization.Iban) = (name, currency.Code, iban);
        (organization.FiscalYearStartMonth, organization.SeparateDuties, organization.CombinedDutiesReason) = (input.FiscalYearStartMonth, input.SeparateDuties, reason);
        return await work.CommitAsync(() => DtoOf(organization), cancellationToken);
    }

    /// <summary>All members, also those who left, by name.</summary>
    public async Task<IReadOnlyList<MemberDto>> MembersAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var members = await new OrganizationsRepository(work).MembersAsync(cancellationToken);
        return members.Select(DtoOf).ToList();
    }

    /// <inheritdoc cref="MembersAsync(CancellationToken)"/>
    public async Task<Page<MemberDto>> MembersAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var members = await new OrganizationsRepository(work).MembersAsync(page, cancellationToken);
        return page.ToPage(members.Select(DtoOf).ToList(), m => m.Id);
    }

    /// <exception cref="NotFoundException">No such member here.</exception>
    public async Task<MemberDto> MemberAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await RequireMemberAsync(new OrganizationsRepository(work), id, cancellationToken));
    }

    /// <summary>Renames a member, changes the role, or ends or restores the membership.</summary>
    /// <exception cref="NotFoundException">No such member here.</exception>
    /// <exception cref="ConflictException">No admin would be left: <c>organization.last-admin</c>. Or another member has that name: <c>member.name-taken</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<MemberDto> UpdateMemberAsync(Guid id, MemberInput input, long? version, CancellationToken cancellationToken)
    {
        // One's own name is one's own; everything else is the admins'.
        var isOwnName = id == current.MemberId;
        await using var work = await units.WriteAsync(isOwnName ? Role.Member : Role.Admin, cancellationToken);
        var check = new Check();
        var name = MemberName.Of(check, input.Name);
        check.That(Enum.IsDefined(input.Role), "role", "Choose a role.");
        check.ThrowIfAny();

        var repository = new OrganizationsRepository(work);
        var member = await RequireMemberAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(member, version, "member", cancellationToken);
        if (member.Name != name)
        {
            await MemberName.RequireNewAsync(repository, name, member.Id, cancellationToken);
        }

        if (member.Role != input.Role || member.Active != input.Active)
        {
            await current.RequireAsync(Role.Admin, cancellationToken);
            await RequireAnotherAdminAsync(repository, member, input, cancellationToken);
        }

        (member.Name, member.Role, member.Active) = (name, input.Role, input.Active);
        return await work.CommitAsync(() => DtoOf(member), cancellationToken);
    }

    // What was the reason until now came along with an answer: it isn't one any more.
    private static string? CheckReason(Check check, OrganizationInput input, Organization organization)
    {
        var reason = check.Optional(input.CombinedDutiesReason, "combinedDutiesReason", 500);
        check.That(input.SeparateDuties || reason is not null, "combinedDutiesReason", "Enter why duties can't be separate.");
        check.That(
            !input.SeparateDuties || reason is null || reason == organization.CombinedDutiesReason, "combinedDutiesReason", "Separate duties need no reason. Leave it out.");
        return input.SeparateDuties ? null : reason;
    }

    private static void RequireAsFine(Currency currency, Organization organization)
    {
        if (currency.MinorUnits < Currency.Of(organization.CurrencyCode).MinorUnits)
        {
            throw new ConflictException(
                "organization.currency-too-coarse",
                $"Amounts here may have more decimals than {currency} has. Choose a currency with as many decimals.");
        }
    }

    private static async Task RequireAnotherAdminAsync(
        OrganizationsRepository repository, Member member, MemberInput input, CancellationToken cancellationToken)
    {
        var stays = input is { Role: Role.Admin, Active: true };
        if (!stays && member is { Role: Role.Admin, Active: true } &&
            await repository.IsLastAdminAsync(member.Id, cancellationToken))
        {
            throw new ConflictException("organization.last-admin", "Make somebody else an admin first: an organization needs one.");
        }
    }

    private static async Task<Member> RequireMemberAsync(OrganizationsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.MemberAsync(id, cancellationToken) ?? throw new NotFoundException("member");

    private static OrganizationDto DtoOf(Organization o) =>
        new(o.Id, o.Name, o.CurrencyCode, o.Iban, o.FiscalYearStartMonth, o.SeparateDuties, o.CombinedDutiesReason, o.Version);

    private static MemberDto DtoOf(Member m) => new(m.Id, m.Name, m.Email, m.Role, m.Active, m.Version);
}
