using System.Security.Cryptography;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>A receipt to keep, of at most 10 MiB; or none.</summary>
public sealed record ReceiptInput
{
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = [".pdf"],
        ["image/jpeg"] = [".jpg", ".jpeg"],
        ["image/png"] = [".png"],
        ["image/webp"] = [".webp"],
    };

    private ReceiptInput(byte[] bytes, string? contentType, string? fileName) => (Bytes, ContentType, FileName) = (bytes, contentType, fileName);

    /// <summary>Takes away the one that is there.</summary>
    public static ReceiptInput None { get; } = new([], contentType: null, fileName: null);

    public byte[] Bytes { get; }

    /// <summary>As the bytes themselves say, whatever somebody calls them; <c>null</c> for none.</summary>
    public string? ContentType { get; }

    /// <summary>Without its folder, and with the ending of what it is.</summary>
    public string? FileName { get; }

    /// <summary>SHA-256, in lower-case hexadecimal digits.</summary>
    internal string? Hash => ContentType is null ? null : Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <exception cref="InvalidException">It is neither PDF nor picture, or too large.</exception>
    public static ReceiptInput Of(byte[] bytes, string? fileName)
    {
        var contentType = ContentTypeOf(bytes);
        var check = new Check();
        check.That(contentType is not null, "receipt", "Choose a PDF, or a JPEG, PNG or WebP picture.");
        check.That(bytes.Length <= MaxBytes, "receipt", "Choose a file of at most 10 MiB.");
        var name = check.Optional(fileName?.Split('/', '\\')[^1], "fileName", 200);
        check.ThrowIfAny();
        return new ReceiptInput(bytes, contentType, NameOf(name, contentType!));
    }

    /// <summary>A file's name with the ending of what the file is: what a computer does with a file goes by that.</summary>
    internal static string? NameOf(string? name, string contentType)
    {
        var endings = Endings[contentType];
        return name is null ? null
            : endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending ? Kernel.FileName.Of(name[..^ending.Length], ending)
            : Kernel.FileName.Of(name, endings[0]);
    }

    private static string? ContentTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}

/// <summary>An expense's receipt.</summary>
/// <param name="Hash">SHA-256, in lower-case hexadecimal digits.</param>
public sealed record ReceiptDto(string ContentType, string? FileName, string Hash, byte[] Bytes);
