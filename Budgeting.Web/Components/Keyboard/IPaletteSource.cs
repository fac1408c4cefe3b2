using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>What a part of the app adds to the palette.</summary>
internal interface IPaletteSource
{
    /// <param name="role">The role of who looks: what they may add depends on it.</param>
    Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken);
}
