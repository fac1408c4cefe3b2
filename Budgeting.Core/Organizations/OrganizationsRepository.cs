using Budgeting.Core.Kernel;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

/// <summary>
/// Every query about organizations, members, invitations and tokens. The three that find out whom a secret or user belongs to
/// look across organizations, by name; all others see one.
/// </summary>
internal sealed class OrganizationsRepository(UnitOfWork work)
{
    private BudgetingDbContext Db => work.Db;

    public void Add(object row) => Db.Add(row);

    public async Task<OrganizationCard?> CardAsync(CancellationToken cancellationToken)
    {
        var organization = await Db.Organizations.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (organization is null)
        {
            return null;
        }

        var members = await Db.Members
            .Where(m => m.Active)
            .Select(m => new MemberCard(m.Id, m.Name, m.Role))
            .ToDictionaryAsync(m => m.Id, cancellationToken);
        return new OrganizationCard(organization.Id, organization.Name, Currency.Of(organization.CurrencyCode), organization.FiscalYearStartMonth, organization.SeparateDuties, members);
    }

    public Task<Organization> OrganizationAsync(CancellationToken cancellationToken) => Db.Organizations.SingleAsync(cancellationToken);

    public async Task<IReadOnlyList<OrganizationDto>> OrganizationsNamedAsync(string? name, CancellationToken cancellationToken) =>
        await Db.Organizations.OfAllOrganizations()
            .Where(o => name == null || o.Name == name)
            .OrderBy(o => o.Id)
            .Select(o => new OrganizationDto(o.Id, o.Name, o.CurrencyCode, o.Iban, o.FiscalYearStartMonth, o.SeparateDuties, o.CombinedDutiesReason, o.Version))
            .ToListAsync(cancellationToken);

    // Users and members

    public Task<bool> AnyUserAsync(CancellationToken cancellationToken) => Db.Users.AnyAsync(cancellationToken);

    public Task<User?> UserAsync(string email, CancellationToken cancellationToken) =>
        Db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == email.Trim().ToUpperInvariant(), cancellationToken);

    public Task<Member?> MemberAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Members.SingleOrDefaultAsync(m => m.Id == id, cancellationToken);

    public Task<Member?> MemberOfAsync(Guid userId, CancellationToken cancellationToken) =>
        Db.Members.SingleOrDefaultAsync(m => m.UserId == userId, cancellationToken);

    public async Task<IReadOnlyList<Member>> MembersAsync(CancellationToken cancellationToken) =>
        await Db.Members.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Member>> MembersAsync(PageRequest page, CancellationToken cancellationToken) =>
        await Db.Members.AsNoTracking().After(page).Take(page.Limit + 1).ToListAsync(cancellationToken);

    public async Task<bool> HasSeveralMembersAsync(CancellationToken cancellationToken) => await Db.Members.CountAsync(m => m.Active, cancellationToken) > 1;

    public Task<bool> IsLastAdminAsync(Guid memberId, CancellationToken cancellationToken) =>
        Db.Members.Where(m => m.Active && m.Role == Role.Admin).AllAsync(m => m.Id == memberId, cancellationToken);

    /// <summary>The active memberships of a user, in every organization.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(Guid userId, CancellationToken cancellationToken) =>
        await
            (from member in Db.Members.OfAllOrganizations()
             where member.UserId == userId && member.Active
             join organization in Db.Organizations.OfAllOrganizations() on member.OrganizationId equals organization.Id
             orderby organization.Name, organization.Id
             select new Membership(organization.Id, organization.Name, member.Id, member.Role))
            .ToListAsync(cancellationToken);

    // Sessions: kept as Identity's user tokens

    public async Task<IReadOnlyList<IdentityUserToken<Guid>>> SessionsAsync(Guid userId, CancellationToken cancellationToken) =>
        await Db.UserTokens.Where(t => t.UserId == userId && t.LoginProvider == SessionsService.Provider).ToListAsync(cancellationToken);

    public Task<bool> IsSessionAsync(Guid userId, string session, CancellationToken cancellationToken) =>
        (from token in Db.UserTokens
         where token.UserId == userId && token.LoginProvider == SessionsService.Provider && token.Name == session
         join user in Db.Users on token.UserId equals user.Id
         where user.SecurityStamp == token.Value
         select token)
        .AnyAsync(cancellationToken);

    public void Remove(object row) => Db.Remove(row);

    // Invitations

    public Task<Invitation?> InvitationAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(CancellationToken cancellationToken) =>
        await Db.Invitations.AsNoTracking().OrderByDescending(i => i.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(PageRequest page, CancellationToken cancellationToken) =>
        await Db.Invitations.AsNoTracking().After(page).Take(page.Limit + 1).ToListAsync(cancellationToken);

    public Task<Invitation?> InvitationByHashAsync(byte[] hash, CancellationToken cancellationToken) =>
        Db.Invitations.OfAllOrganizations().AsNoTracking().SingleOrDefaultAsync(i => i.Hash == hash, cancellationToken);

    // Tokens

    public Task<ApiToken?> TokenAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Tokens.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);

    public async Task<IReadOnlyList<TokenDto>> TokensAsync(Guid? memberId, CancellationToken cancellationToken) =>
        await DtosOf(TokensOf(memberId).OrderByDescending(t => t.Id)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TokenDto>> TokensAsync(Guid? memberId, PageRequest page, CancellationToken cancellationToken) =>
        await DtosOf(TokensOf(memberId).After(page).Take(page.Limit + 1)).ToListAsync(cancellationToken);

    public Task<TokenDto?> TokenDtoAsync(Guid? memberId, Guid id, CancellationToken cancellationToken) =>
        DtosOf(TokensOf(memberId).Where(t => t.Id == id)).SingleOrDefaultAsync(cancellationToken);

    public Task<ApiToken?> TokenByHashAsync(byte[] hash, CancellationToken cancellationToken) =>
        Db.Tokens.OfAllOrganizations().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken);

    public Task<ApiTokenUse?> TokenUseAsync(Guid tokenId, CancellationToken cancellationToken) =>
        Db.TokenUses.SingleOrDefaultAsync(u => u.Id == tokenId, cancellationToken);

    private IQueryable<ApiToken> TokensOf(Guid? memberId) => Db.Tokens.Where(t => memberId == null || t.MemberId == memberId);

    private IQueryable<TokenDto> DtosOf(IQueryable<ApiToken> tokens) =>
        tokens.Select(t => new TokenDto(
            t.Id, t.MemberId, t.Name, t.Role, t.Hint, t.CreatedAt,
            Db.Set<ApiTokenUse>().Where(u => u.Id == t.Id).Select(u => (DateTimeOffset?)u.LastUsedAt).FirstOrDefault(), t.RevokedAt, t.Version));
}
