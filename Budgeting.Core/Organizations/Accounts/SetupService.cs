using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>The first organization and its admin, or a further one from the command line.</summary>
public sealed record SetupInput
{
    public AccountInput Admin { get; init; } = new();

    /// <summary>1–100 characters.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }
}

/// <summary>What happens before anybody is a member. The only service that needs no membership.</summary>
public sealed class SetupService(Database database, DatabaseStartup startup, Accounts accounts, TimeProvider time)
{
    /// <summary>Whether nobody can sign in yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        await using var work = database.Read(Guid.Empty);
        return !await new OrganizationsRepository(work).AnyUserAsync(cancellationToken);
    }

    /// <summary>Creates the first user, as admin of the first organization.</summary>
    /// <exception cref="ConflictException">Somebody did already: <c>setup.done</c>.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public Task<MemberIdentity> SetUpAsync(SetupInput input, CancellationToken cancellationToken) =>
        CreateAsync(input, onlyAsFirst: true, cancellationToken);

    /// <summary>Creates a user as admin of a new organization, whoever is there already. For the command line only.</summary>
    /// <exception cref="ConflictException">The e-mail address is taken: <c>account.exists</c>.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public Task<MemberIdentity> CreateOrganizationAsync(SetupInput input, CancellationToken cancellationToken) =>
        CreateAsync(input, onlyAsFirst: false, cancellationToken);

    /// <summary>Adds a new user to the organization. For the command line only.</summary>
    /// <exception cref="ConflictException">The e-mail address or the name is taken: <c>account.exists</c>, <c>member.name-taken</c>.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public async Task<MemberIdentity> CreateMemberAsync(AccountInput input, Role role, Guid organizationId, CancellationToken cancellationToken)
    {
        var user = accounts.Create(input);
        await using var work = await WriteAsync(organizationId, cancellationToken);
        var repository = new OrganizationsRepository(work);
        await RequireNewAsync(repository, user, cancellationToken);
        repository.Add(user);
        var member = NewMember(user, input.Name!, organizationId, role);
        await MemberName.RequireNewAsync(repository, member.Name, member.Id, cancellationToken);
        repository.Add(member);
        return await work.CommitAsync(() => new MemberIdentity(organizationId, member.Id, TokenId: null, Ceiling: null), cancellationToken);
    }

    /// <summary>Gives the user with the e-mail address another password. For the command line only.</summary>
    /// <exception cref="ConflictException">There is no such user: <c>account.unknown</c>.</exception>
    /// <exception cref="InvalidException">It can't be a password.</exception>
    public async Task SetPasswordAsync(string email, string? password, CancellationToken cancellationToken)
    {
        await using var work = await WriteAsync(Guid.Empty, cancellationToken);
        var user = await new OrganizationsRepository(work).UserAsync(email, cancellationToken)
            ?? throw new ConflictException("account.unknown", $"There is no account with the e-mail address {email}.");
        accounts.SetPassword(user, password);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>The active memberships of the user with the e-mail address; none where there is no such user.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(string email, CancellationToken cancellationToken)
    {
        await using var work = database.Read(Guid.Empty);
        var repository = new OrganizationsRepository(work);
        return await repository.UserAsync(email, cancellationToken) is { } user
            ? await repository.MembershipsAsync(user.Id, cancellationToken)
            : [];
    }

    /// <summary>The organizations of a name, or all, in the order in which they were made. For the command line only.</summary>
    public async Task<IReadOnlyList<OrganizationDto>> OrganizationsAsync(string? name, CancellationToken cancellationToken)
    {
        await using var work = database.Read(Guid.Empty);
        return await new OrganizationsRepository(work).OrganizationsNamedAsync(name, cancellationToken);
    }

    private async Task<MemberIdentity> CreateAsync(SetupInput input, bool onlyAsFirst, CancellationToken cancellationToken)
    {
        var check = new Check();
        var name = check.Required(input.OrganizationName, "organizationName", "a name for the household, community or office", 100);
        check.That(Currency.TryOf(input.Currency, out var currency), "currency", "Choose a currency, such as EUR.");
        var user = Collect(check, () => accounts.Create(input.Admin));
        check.ThrowIfAny();

        var organization = new Organization
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Name = name,
            CurrencyCode = currency.Code,
            CreatedAt = time.GetUtcNow(),
        };
        await using var work = await WriteAsync(organization.Id, cancellationToken);
        var repository = new OrganizationsRepository(work);
        await work.HoldInstallationAsync(cancellationToken);
        if (onlyAsFirst && await repository.AnyUserAsync(cancellationToken))
        {
            throw new ConflictException("setup.done", "This app is set up already. Sign in instead.");
        }

        await RequireNewAsync(repository, user!, cancellationToken);
        repository.Add(user!);
        repository.Add(organization);
        var admin = NewMember(user!, input.Admin.Name!, organization.Id, Role.Admin);
        repository.Add(admin);
        var identified = await work.CommitAsync(() => new MemberIdentity(organization.Id, admin.Id, TokenId: null, Ceiling: null), cancellationToken);
        startup.NoteAccounts();
        return identified;
    }

    internal static async Task RequireNewAsync(OrganizationsRepository repository, User user, CancellationToken cancellationToken)
    {
        if (await repository.UserAsync(user.Email!, cancellationToken) is not null)
        {
            throw new ConflictException("account.exists", "There is an account with this e-mail address already.");
        }
    }

    internal Member NewMember(User user, string name, Guid organizationId, Role role) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationId = organizationId,
        UserId = user.Id,
        Name = CanonicalText.Name(name),
        Email = user.Email!,
        Role = role,
    };

    private Task<UnitOfWork> WriteAsync(Guid organizationId, CancellationToken cancellationToken) =>
        database.WriteAsync(organizationId, new Actor(MemberId: null, TokenId: null), cancellationToken);

    // The account's errors join those of the rest, so that one answer names them all.
    private static User? Collect(Check check, Func<User> create)
    {
        try
        {
            return create();
        }
        catch (InvalidException invalid)
        {
            foreach (var (field, errors) in invalid.Errors)
            {
                foreach (var error in errors)
                {
                    check.That(false, field, error);
                }
            }

            return null;
        }
    }
}
