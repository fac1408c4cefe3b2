using Budgeting.Core.Gifting;

namespace Budgeting.Web.Components.Gifting;

/// <summary>Where the pictures of gifts are.</summary>
internal static class GiftPictures
{
    /// <summary>Another picture has another address, so that the page shows it at once.</summary>
    public static string? PictureAddress(this GiftDto gift) => gift.Picture is { } hash ? $"api/v1/gifts/{gift.Id}/picture?v={hash[..8]}" : null;

    /// <summary>An address that is the picture itself: it isn't kept anywhere yet.</summary>
    public static string? ToAddress(this PictureInput picture) =>
        picture.ContentType is { } type ? $"data:{type};base64,{Convert.ToBase64String(picture.Bytes)}" : null;
}
