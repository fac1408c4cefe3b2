using System.Net;

namespace Budgeting.Web.LinkPreviews;

/// <summary>How much the server does for a page that somebody names. Nothing of it is read from the configuration.</summary>
public sealed class LinkPreviewOptions
{
    /// <summary>How long a page, or its picture, may take in all. Default 5 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many bytes of a body are read, and how many are made of them where they are compressed. Default 1 MiB.</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    /// <summary>How many redirects are followed. Default 5.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>How many pages a member can have read in a minute. Default 20.</summary>
    public int PerMinute { get; set; } = 20;

    /// <summary>How many pages and pictures are read at once, for everybody together. Default 4.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>For tests: names, and where on this machine the server of the test is that answers to them.</summary>
    internal Dictionary<string, IPEndPoint> TestHosts { get; } = new(StringComparer.OrdinalIgnoreCase);
}
