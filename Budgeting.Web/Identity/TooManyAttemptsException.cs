using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.Identity;

/// <summary>Somebody tried too often; after <see cref="RetryAfter"/> they may again.</summary>
internal sealed class TooManyAttemptsException(TimeSpan retryAfter)
    : DomainException("too-many-attempts", "There were too many tries. Wait for five minutes, then try again.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;

    public void WriteTo(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Ceiling(RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
