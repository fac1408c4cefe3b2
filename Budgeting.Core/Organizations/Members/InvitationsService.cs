using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>Invitations by link.</summary>
public sealed class InvitationsService(
    UnitOfWorkFactory units, Database database, CurrentMember current, Accounts accounts, SetupService setup, TimeProvider time)
{
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<InvitationDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        var invitations = await new OrganizationsRepository(work).InvitationsAsync(cancellationToken);
        return invitations.Select(DtoOf).ToList();
    }

    /// <summary>In the order in which they were made.</summary>
    public async Task<Page<InvitationDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        var invitations = await new OrganizationsRepository(work).InvitationsAsync(page, cancellationToken);
        return page.ToPage(invitations.Select(DtoOf).ToList(), i => i.Id);
    }

    /// <exception cref="NotFoundException">No such invitation here.</exception>
    public async Task<InvitationDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        return await new OrganizationsRepository(work).InvitationAsync(id, cancellationToken) is { } invitation
            ? DtoOf(invitation)
            : throw new NotFoundException("invitation");
    }

    /// <summary>Makes a link for one person, good for <see cref="Lifetime"/>. Its secret can't be had again.</summary>
    public async Task<NewInvitation> CreateAsync(Role role, string? note, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var check = new Check();
        check.That(Enum.IsDefined(role), "role", "Choose a role.");
        var text = check.Optional(note, "note", 100);
        check.ThrowIfAny();

        var secret = Secret.Create();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganizationId = current.OrganizationId,
            Role = role,
            Note = text,
            Hash = Secret.HashOf(secret),
            InvitedBy = current.MemberId ?? Guid.Empty,
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = time.GetUtcNow() + Lifetime,
        };
        new OrganizationsRepository(work).Add(invitation);
        return await work.CommitAsync(() => new NewInvitation(DtoOf(invitation), secret), cancellationToken);
    }

    /// <exception cref="NotFoundException">No such invitation here.</exception>
    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var invitation = await new OrganizationsRepository(work).InvitationAsync(id, cancellationToken)
            ?? throw new NotFoundException("invitation");
        invitation.RevokedAt ??= time.GetUtcNow();
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>What the link is for; <c>null</c> where it isn't good any more, or never was.</summary>
    public async Task<InvitationPreview?> PreviewAsync(string secret, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(secret, cancellationToken) is not { } invitation)
        {
            return null;
        }

        await using var work = database.Read(invitation.OrganizationId);
        var card = await new OrganizationsRepository(work).CardAsync(cancellationToken);
        var invitedBy = card!.Members.GetValueOrDefault(invitation.InvitedBy)?.Name ?? "an admin";
        return new InvitationPreview(card.Id, invitation.Id, card.Name, invitedBy, invitation.Role);
    }

    /// <summary>Joins with a new account. The invitation is used up in the same transaction.</summary>
    /// <exception cref="ConflictException"><c>invitation.closed</c>, <c>account.exists</c>, or <c>member.name-taken</c>.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public Task<MemberIdentity> AcceptAsync(string secret, AccountInput input, CancellationToken cancellationToken) =>
        JoinAsync(
            secret,
            async repository =>
            {
                var user = accounts.Create(input);
                await SetupService.RequireNewAsync(repository, user, cancellationToken);
                repository.Add(user);
                return (user, input.Name!);
            },
            cancellationToken);

    /// <summary>Joins with an account that is signed in.</summary>
    /// <exception cref="ConflictException"><c>invitation.closed</c>, <c>member.exists</c>, or <c>member.name-taken</c>.</exception>
    /// <exception cref="InvalidException">The name is wrong.</exception>
    public Task<MemberIdentity> AcceptAsync(string secret, User user, string? name, CancellationToken cancellationToken)
    {
        var check = new Check();
        var text = MemberName.Of(check, name);
        check.ThrowIfAny();
        return JoinAsync(secret, _ => Task.FromResult((user, text)), cancellationToken);
    }

    private async Task<MemberIdentity> JoinAsync(
        string secret, Func<OrganizationsRepository, Task<(User User, string Name)>> account, CancellationToken cancellationToken)
    {
        var found = await FindOpenAsync(secret, cancellationToken) ?? throw Closed();
        await using var work = await database
            .WriteAsync(found.OrganizationId, new Actor(MemberId: null, TokenId: null), cancellationToken);
        var repository = new OrganizationsRepository(work);
        var invitation = await repository.InvitationAsync(found.Id, cancellationToken);
        if (invitation is null || StateOf(invitation) != InvitationState.Open)
        {
            throw Closed();
        }

        var (user, name) = await account(repository);
        if (await repository.MemberOfAsync(user.Id, cancellationToken) is not null)
        {
            throw new ConflictException("member.exists", "You are a member of this organization already, or were. Ask an admin.");
        }

        var member = setup.NewMember(user, name, found.OrganizationId, invitation.Role);
        await MemberName.RequireNewAsync(repository, member.Name, member.Id, cancellationToken);
        repository.Add(member);
        invitation.AcceptedBy = member.Id;
        return await work.CommitAsync(() => new MemberIdentity(found.OrganizationId, member.Id, TokenId: null, Ceiling: null), cancellationToken);
    }

    private async Task<Invitation?> FindOpenAsync(string secret, CancellationToken cancellationToken)
    {
        if (!Secret.IsWellFormed(secret))
        {
            return null;
        }

        await using var work = database.Read(Guid.Empty);
        var invitation = await new OrganizationsRepository(work)
            .InvitationByHashAsync(Secret.HashOf(secret), cancellationToken);
        return invitation is not null && StateOf(invitation) == InvitationState.Open ? invitation : null;
    }

    private static ConflictException Closed() =>
        new("invitation.closed", "This invitation was used, revoked or has expired. Ask for a new link.");

    private InvitationState StateOf(Invitation i) => i switch
    {
        { AcceptedBy: not null } => InvitationState.Accepted,
        { RevokedAt: not null } => InvitationState.Revoked,
        _ when i.ExpiresAt <= time.GetUtcNow() => InvitationState.Expired,
        _ => InvitationState.Open,
    };

    private InvitationDto DtoOf(Invitation i) => new(i.Id, i.Role, i.Note, i.CreatedAt, i.ExpiresAt, StateOf(i), i.Version);
}
