using Microsoft.AspNetCore.Http.HttpResults;

namespace Budgeting.Web.Identity;

/// <summary>Where to go after signing in: only ever to a page of this app.</summary>
internal static class LocalUrl
{
    public static string OrHome(string? url) => url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url) ? url : "/";
}
