using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>Tokens for programs.</summary>
public sealed class TokensService(UnitOfWorkFactory units, Database database, CurrentMember current, TokenUses uses, TimeProvider time)
{
    /// <summary>One's own tokens; an admin sees all. Newest first.</summary>
    public async Task<IReadOnlyList<TokenDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var tokens = await new OrganizationsRepository(work).TokensAsync(await OwnerSeenAsync(cancellationToken), cancellationToken);
        return tokens.Select(uses.Latest).ToList();
    }

    /// <summary>One's own tokens, an admin all, in the order in which they were made.</summary>
    public async Task<Page<TokenDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var tokens = await new OrganizationsRepository(work).TokensAsync(await OwnerSeenAsync(cancellationToken), page, cancellationToken);
        return page.ToPage(tokens.Select(uses.Latest).ToList(), t => t.Id);
    }

    /// <exception cref="NotFoundException">No such token, or not one's own.</exception>
    public async Task<TokenDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new OrganizationsRepository(work).TokenDtoAsync(await OwnerSeenAsync(cancellationToken), id, cancellationToken) is { } token
            ? uses.Latest(token)
            : throw new NotFoundException("token");
    }

    /// <summary>Makes a token for oneself, with one's own role or less. The token itself can't be had again.</summary>
    /// <exception cref="ForbiddenException">The role is more than one's own, or a token asks that can do less than its member.</exception>
    public Task<NewToken> CreateAsync(string? name, Role? role, CancellationToken cancellationToken) =>
        CreateForAsync(current.MemberId ?? throw new UnauthenticatedException(), name, role, cancellationToken);

    /// <summary>Makes a token for a member: oneself, or anybody where the command line asks, which acts as no member.</summary>
    /// <exception cref="ForbiddenException">It is for another member, or the role is more than the member's.</exception>
    /// <exception cref="NotFoundException">No such member here.</exception>
    public async Task<NewToken> CreateForAsync(Guid memberId, string? name, Role? role, CancellationToken cancellationToken)
    {
        if (current.MemberId is { } own && own != memberId)
        {
            throw new ForbiddenException("A token can be made for oneself only.");
        }

        await RequireUnlimitedAsync(cancellationToken);
        await using var work = await units.WriteAsync(Role.Viewer, cancellationToken);
        var check = new Check();
        var text = check.Required(name, "name", "a name that says what the token is for", 100);
        check.That(role is null || Enum.IsDefined(role.Value), "role", "Choose a role.");
        check.ThrowIfAny();

        var repository = new OrganizationsRepository(work);
        var member = await repository.MemberAsync(memberId, cancellationToken) ?? throw new NotFoundException("member");
        var most = current.MemberId is null ? member.Role : await current.RoleAsync(cancellationToken);
        if (role > most)
        {
            throw new ForbiddenException($"A token can do no more than its member: choose {most} or less.");
        }

        var secret = Secret.Create();
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganizationId = current.OrganizationId,
            MemberId = memberId,
            Name = text,
            Role = role ?? most,
            Hash = Secret.HashOf(secret),
            Hint = secret[..(Secret.Prefix.Length + 4)],
            CreatedAt = time.GetUtcNow(),
        };
        repository.Add(token);
        return await work.CommitAsync(() => new NewToken(DtoOf(token), secret), cancellationToken);
    }

    /// <summary>Ends a token of one's own; an admin ends anybody's.</summary>
    /// <exception cref="NotFoundException">No such token, or not one's own.</exception>
    /// <exception cref="ForbiddenException">Another token asks that can do less than its member.</exception>
    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Viewer, cancellationToken);
        var token = await new OrganizationsRepository(work).TokenAsync(id, cancellationToken);
        var role = await current.RoleAsync(cancellationToken);
        if (token is null || (token.MemberId != current.MemberId && role != Role.Admin))
        {
            throw new NotFoundException("token");
        }

        if (id != current.TokenId)
        {
            await RequireUnlimitedAsync(cancellationToken);
        }

        token.RevokedAt ??= time.GetUtcNow();
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Whom a token stands for; <c>null</c> where it isn't good. Notes the use, and writes nothing.</summary>
    public async Task<MemberIdentity?> AuthenticateAsync(string secret, CancellationToken cancellationToken)
    {
        if (!Secret.IsWellFormed(secret))
        {
            return null;
        }

        await using var work = database.Read(Guid.Empty);
        var token = await new OrganizationsRepository(work)
            .TokenByHashAsync(Secret.HashOf(secret), cancellationToken);
        if (token is null or { RevokedAt: not null })
        {
            return null;
        }

        uses.Note(token);
        return new MemberIdentity(token.OrganizationId, token.MemberId, token.Id, token.Role);
    }

    // Who finds a token that can do little must not end its member's others with it, nor make a successor.
    private async Task RequireUnlimitedAsync(CancellationToken cancellationToken)
    {
        if (await current.IsLimitedAsync(cancellationToken))
        {
            throw new ForbiddenException("This token can do less than its member: it makes no tokens, and ends no other.");
        }
    }

    // Whose tokens one sees; null: everybody's.
    private async Task<Guid?> OwnerSeenAsync(CancellationToken cancellationToken) =>
        await current.RoleAsync(cancellationToken) == Role.Admin ? null : current.MemberId;

    private static TokenDto DtoOf(ApiToken t) =>
        new(t.Id, t.MemberId, t.Name, t.Role, t.Hint, t.CreatedAt, LastUsedAt: null, t.RevokedAt, t.Version);
}
