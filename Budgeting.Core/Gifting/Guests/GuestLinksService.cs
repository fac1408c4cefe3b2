using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Gifting;

/// <summary>A guest link, without its secret.</summary>
/// <param name="KeptForId">The recipient whose gifts it doesn't show.</param>
public sealed record GuestLinkDto(
    Guid Id, Guid OccasionId, Guid? KeptForId, string? Note, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt, long Version)
    : IVersioned;

/// <summary>A guest link as it is made: its secret can't be had again.</summary>
public sealed record NewGuestLink(GuestLinkDto Link, [property: Sensitive] string Secret) : IVersioned
{
    Guid IVersioned.Id => Link.Id;

    long IVersioned.Version => Link.Version;
}

/// <summary>What a guest link is made for.</summary>
public sealed record GuestLinkInput
{
    /// <summary>The recipient whose gifts it doesn't show; <c>null</c>: it shows all.</summary>
    public Guid? KeptForId { get; init; }

    /// <summary>For whom, as a note to the members: up to 100 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>Links that show an occasion's gifts to people without an account.</summary>
public sealed class GuestLinksService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    public async Task<IReadOnlyList<GuestLinkDto>> ListAsync(Guid occasionId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new GiftingRepository(work);
        await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        return (await repository.GuestLinksAsync(occasionId, cancellationToken)).Select(DtoOf).ToList();
    }

    /// <exception cref="NotFoundException">No such link here.</exception>
    public async Task<GuestLinkDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return DtoOf(await new GiftingRepository(work).GuestLinkAsync(id, cancellationToken) ?? throw NotFound());
    }

    /// <summary>Makes a link, good until it is revoked or the occasion is archived. Surprises for who makes it are never in it.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="InvalidException">There is no such person, or the note is too long.</exception>
    public async Task<NewGuestLink> CreateAsync(Guid occasionId, GuestLinkInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var repository = new GiftingRepository(work);
        await GiftRules.RequireOccasionAsync(repository, occasionId, cancellationToken);
        var check = new Check();
        var note = check.Optional(input.Note, "note", 100);
        check.That(
            input.KeptForId is not { } person || await repository.PersonExistsAsync(person, cancellationToken), "keptForId", "There is no such person.");
        check.ThrowIfAny();

        var secret = Secret.Create();
        var link = new GuestLink
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganizationId = current.OrganizationId,
            OccasionId = occasionId,
            KeptForId = input.KeptForId,
            Note = note,
            Hash = Secret.HashOf(secret),
            CreatedBy = current.MemberId ?? Guid.Empty,
            CreatedAt = time.GetUtcNow(),
        };
        repository.Add(link);
        return await work.CommitAsync(() => new NewGuestLink(DtoOf(link), secret), cancellationToken);
    }

    /// <summary>Ends a link at once.</summary>
    /// <exception cref="NotFoundException">No such link here.</exception>
    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Member, cancellationToken);
        var link = await new GiftingRepository(work).GuestLinkAsync(id, cancellationToken) ?? throw NotFound();
        link.RevokedAt ??= time.GetUtcNow();
        await work.CommitAsync(cancellationToken);
    }

    private static NotFoundException NotFound() => new("guest link");

    private static GuestLinkDto DtoOf(GuestLink l) => new(l.Id, l.OccasionId, l.KeptForId, l.Note, l.CreatedBy, l.CreatedAt, l.RevokedAt, l.Version);
}
