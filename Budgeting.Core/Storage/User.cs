using Microsoft.AspNetCore.Identity;

namespace Budgeting.Core.Storage;

/// <summary>Somebody who can sign in. What they may do is said by their membership in each organization.</summary>
public sealed class User : IdentityUser<Guid>;
