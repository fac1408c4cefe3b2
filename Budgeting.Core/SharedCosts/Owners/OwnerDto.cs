using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

public sealed record OwnerDto(Guid Id, string Name, Guid? MemberId, string? Email, string? Iban, bool Active, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public OwnerInput ToInput() => this.As<OwnerInput>();
}

/// <summary>What can be written of an owner.</summary>
public sealed record OwnerInput
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; set; }

    /// <summary>The member that they are, who may then record for them.</summary>
    public Guid? MemberId { get; set; }

    public string? Email { get; set; }

    /// <summary>The account that they are paid to; checked by its check digits.</summary>
    public string? Iban { get; set; }

    public bool Active { get; set; } = true;
}
