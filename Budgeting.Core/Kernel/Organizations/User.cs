using Microsoft.AspNetCore.Identity;

namespace Budgeting.Core.Kernel.Organizations;

/// <summary>Somebody who can sign in. What they may do is said by their <see cref="Member"/> in each organization.</summary>
public sealed class User : IdentityUser<Guid>;
