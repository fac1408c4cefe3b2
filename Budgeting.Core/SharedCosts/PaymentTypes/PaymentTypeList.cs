namespace Budgeting.Core.SharedCosts;

/// <summary>The list of payment types as a write finds it, and extends it.</summary>
internal sealed class PaymentTypeList
{
    private readonly SharedCostsRepository _repository;
    private readonly Guid _organizationId;
    private readonly TimeProvider _time;
    private readonly List<PaymentType> _own;
    private readonly Dictionary<string, string> _spelt;

    private PaymentTypeList(SharedCostsRepository repository, Guid organizationId, TimeProvider time, IReadOnlyList<PaymentType> own)
    {
        (_repository, _organizationId, _time, _own) = (repository, organizationId, time, [.. own]);
        _spelt = (own.Count == 0 ? PaymentType.Defaults : own.Select(t => t.Name)).ToDictionary(n => n, StringComparer.OrdinalIgnoreCase);
    }

    public static async Task<PaymentTypeList> ReadAsync(
        SharedCostsRepository repository, Guid organizationId, TimeProvider time, CancellationToken cancellationToken) =>
        new(repository, organizationId, time, await repository.PaymentTypesAsync(cancellationToken));

    /// <summary>As the list spells it; a name that isn't there yet is added.</summary>
    public string Use(string name)
    {
        if (!_spelt.TryGetValue(name, out var spelt))
        {
            MakeOwn();
            _own.Add(Add(_repository, name, _organizationId, _time));
            _spelt[name] = spelt = name;
        }

        return spelt;
    }

    /// <summary>The list that everybody begins with, once it is edited, is the organization's own.</summary>
    public IReadOnlyList<PaymentType> MakeOwn()
    {
        if (_own.Count == 0)
        {
            _own.AddRange(PaymentType.Defaults.Select(name => Add(_repository, name, _organizationId, _time)));
        }

        return _own;
    }

    public static PaymentType Add(SharedCostsRepository repository, string name, Guid organizationId, TimeProvider time)
    {
        var type = new PaymentType { Id = Guid.CreateVersion7(time.GetUtcNow()), OrganizationId = organizationId, Name = name };
        repository.Add(type);
        return type;
    }
}
