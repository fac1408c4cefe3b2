using System.Buffers.Binary;

namespace Budgeting.Core.Gifting;

/// <summary>
/// Tells pictures by their first bytes. SVG isn't among them: it is a document with scripts and links.
/// </summary>
internal static class PictureFormat
{
    /// <summary>The media type; <c>null</c>: none of those that every browser shows.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : IsAvif(bytes) ? "image/avif"
        : null;

    // An ISO media file begins with a box “ftyp”: its length, that name, the main brand, a version, and the other brands.
    private static bool IsAvif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        var length = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), (uint)Math.Min(bytes.Length, 256));
        for (var at = 8; at + 4 <= length; at += at == 8 ? 8 : 4)
        {
            if (bytes[at..].StartsWith("avif"u8) || bytes[at..].StartsWith("avis"u8))
            {
                return true;
            }
        }

        return false;
    }
}
