using Microsoft.Extensions.Caching.Memory;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Passes what a page loaded while it was prerendered to the circuit that takes it over, within this process, so that a page
/// load costs its queries once. Whoever doesn't find it loads again.
/// </summary>
internal sealed class PrerenderCache(IMemoryCache cache)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>Keeps a value for one take, and answers its key.</summary>
    public Guid Put(object value)
    {
        var key = Guid.NewGuid();
        cache.Set((typeof(PrerenderCache), key), value, Lifetime);
        return key;
    }

    public T? Take<T>(Guid key)
        where T : class
    {
        var value = cache.Get<T>((typeof(PrerenderCache), key));
        cache.Remove((typeof(PrerenderCache), key));
        return value;
    }
}
