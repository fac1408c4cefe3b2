using System.Runtime.CompilerServices;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// What is made of something loaded: made once for each loaded object, however many pages show it, and gone with it. It must follow
/// from the object alone, and from the language, of which who shares a load has the same.
/// </summary>
internal sealed class Memoized<TLoaded, T>(Func<TLoaded, T> make)
    where TLoaded : class
{
    private readonly ConditionalWeakTable<TLoaded, Lazy<T>> _made = [];

    public T Of(TLoaded loaded) => _made.GetValue(loaded, known => new Lazy<T>(() => make(known))).Value;
}
