using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Keyboard;

/// <summary>What a part of the app adds to the palette.</summary>
internal interface IPaletteSource
{
    /// <summary>How many records of each kind are shown that are looked for while somebody types.</summary>
    const int MostFound = 5;

    /// <summary>What there is in few numbers, when the palette is opened.</summary>
    /// <param name="role">The role of who looks: what they may add depends on it.</param>
    Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken);

    /// <summary>What there may be many of: the records that are called something like what is typed, <see cref="MostFound"/> of a kind at most.</summary>
    /// <param name="typed">Two characters or more.</param>
    /// <param name="role">The role of who looks.</param>
    Task<IReadOnlyList<PaletteEntry>> FindAsync(string typed, Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PaletteEntry>>([]);
}
