using Budgeting.Core.Kernel;

namespace Budgeting.Core.SharedCosts;

public sealed record PaymentTypeDto(Guid Id, string Name, long Version) : IVersioned;
