using System.Reflection;
using System.Text.RegularExpressions;
using Budgeting.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Support;

/// <summary>Every page there is, found by itself: one that is added is tried without being named.</summary>
internal static partial class AppPages
{
    public static IReadOnlyList<Type> ForEverybody { get; } = All.Where(t => t.GetCustomAttribute<AllowAnonymousAttribute>() is not null).ToList();

    public static IReadOnlyList<Type> ForMembers { get; } = All.Except(ForEverybody).ToList();

    /// <summary>Pages for members that have no circuit.</summary>
    public static IReadOnlyList<Type> WithoutCircuit { get; } = ForMembers.Where(t => t.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is not null).ToList();

    private static IEnumerable<Type> All => typeof(WebApp).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any());

    /// <summary>The pages' addresses, with what stands for a parameter: asked for by the page's address before it.</summary>
    public static IEnumerable<string> Addresses(IEnumerable<Type> pages, Func<string, object> parameter) =>
        pages.SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => Parameter().Replace(r.Template, match => $"{parameter(r.Template[..match.Index])}"));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
