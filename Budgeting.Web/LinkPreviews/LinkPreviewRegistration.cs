using System.Text;

namespace Budgeting.Web.LinkPreviews;

public static class LinkPreviewRegistration
{
    public static IServiceCollection AddLinkPreviews(this IServiceCollection services)
    {
        KnowEncodings();

        // Whom the server asks is worth a line where otherwise only warnings are.
        services.AddLogging(logging => logging.AddFilter(typeof(LinkPreviewService).FullName, LogLevel.Information));
        return services.AddSingleton<PageFetcher>().AddSingleton<LinkPreviewLimits>().AddScoped<LinkPreviewService>();
    }

    // Shops write in more of them than .NET knows at first.
    internal static void KnowEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
