using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>The list that kinds of expenses are chosen from. What was recorded keeps the name that it was recorded with.</summary>
public sealed class PaymentTypesService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return NamesOf(await new SharedCostsRepository(work).PaymentTypesAsync(cancellationToken));
    }

    /// <exception cref="InvalidException">It has no name.</exception>
    /// <exception cref="ConflictException">It is in the list: <c>payment-type.exists</c>.</exception>
    public async Task<PaymentTypeDto> AddAsync(string? name, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var text = Checked(name);
        var types = await OwnListAsync(repository, cancellationToken);
        RequireNew(types, text);
        var type = PaymentTypeList.Add(repository, text, current.OrganizationId, time);
        return await work.CommitAsync(() => DtoOf(type), cancellationToken);
    }

    /// <exception cref="NotFoundException">It isn't in the list.</exception>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<PaymentTypeDto> UpdateAsync(string name, string? newName, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var text = Checked(newName);
        var types = await OwnListAsync(repository, cancellationToken);
        var type = Find(types, name) ?? throw new NotFoundException("payment type");
        RequireNew(types.Where(t => t != type), text);
        type.Name = text;
        return await work.CommitAsync(() => DtoOf(type), cancellationToken);
    }

    /// <exception cref="NotFoundException">It isn't in the list.</exception>
    /// <exception cref="ConflictException">It is the last one: <c>payment-type.last</c>.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var types = await OwnListAsync(repository, cancellationToken);
        var type = Find(types, name) ?? throw new NotFoundException("payment type");
        if (types.Count == 1)
        {
            throw new ConflictException("payment-type.last", "Keep at least one payment type to choose from.");
        }

        await repository.SaveAsync(cancellationToken);
        repository.Remove(type);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>The list, or what everybody begins with.</summary>
    internal static IReadOnlyList<string> NamesOf(IReadOnlyList<PaymentType> types) =>
        types.Count == 0 ? PaymentType.Defaults : types.Select(t => t.Name).ToList();

    /// <summary>As the list spells it; a name that isn't there yet is added.</summary>
    internal static async Task<string> UseAsync(
        SharedCostsRepository repository, string name, Guid organizationId, TimeProvider time, CancellationToken cancellationToken) =>
        (await PaymentTypeList.ReadAsync(repository, organizationId, time, cancellationToken)).Use(name);

    private async Task<IReadOnlyList<PaymentType>> OwnListAsync(SharedCostsRepository repository, CancellationToken cancellationToken) =>
        (await PaymentTypeList.ReadAsync(repository, current.OrganizationId, time, cancellationToken)).MakeOwn();

    private static PaymentType? Find(IEnumerable<PaymentType> types, string name) =>
        types.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));

    private static void RequireNew(IEnumerable<PaymentType> types, string name)
    {
        if (Find(types, name) is { } known)
        {
            throw new ConflictException("payment-type.exists", $"“{known.Name}” is in the list already.");
        }
    }

    private static string Checked(string? name)
    {
        var check = new Check();
        var text = PaymentType.NameOf(check, name, "name", "a name");
        check.ThrowIfAny();
        return text;
    }

    private static PaymentTypeDto DtoOf(PaymentType t) => new(t.Id, t.Name, t.Version);
}
