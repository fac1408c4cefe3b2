using System.Security.Cryptography;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Gifting;

/// <summary>A picture to keep, of at most 1 MiB; or none.</summary>
public sealed record PictureInput
{
    public const int MaxBytes = 1024 * 1024;

    private PictureInput(byte[] bytes, string? contentType) => (Bytes, ContentType) = (bytes, contentType);

    /// <summary>Takes away the picture that is there.</summary>
    public static PictureInput None { get; } = new([], contentType: null);

    public byte[] Bytes { get; }

    /// <summary>As the bytes themselves say, whatever somebody calls them; <c>null</c> for none.</summary>
    public string? ContentType { get; }

    /// <summary>SHA-256, in lower-case hexadecimal digits.</summary>
    internal string? Hash => ContentType is null ? null : Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <exception cref="InvalidException">They are no picture, or too many.</exception>
    public static PictureInput Of(byte[] bytes)
    {
        var contentType = PictureFormat.Of(bytes);
        var check = new Check();
        check.That(contentType is not null, "picture", "Choose a JPEG, PNG, WebP, GIF or AVIF picture.");
        check.That(bytes.Length <= MaxBytes, "picture", "Choose a picture of at most 1 MiB.");
        check.ThrowIfAny();
        return new PictureInput(bytes, contentType);
    }
}

/// <summary>A gift's picture.</summary>
/// <param name="Hash">SHA-256, in lower-case hexadecimal digits.</param>
public sealed record PictureDto(string ContentType, string Hash, byte[] Bytes);
