using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Budgeting.Core.Organizations;

/// <summary>
/// Secrets that are given out once and kept as SHA-256: <c>bdg_</c> and 192 random bits with a 32-bit checksum, as
/// base64url. A hash without salt is enough: nobody guesses 192 bits.
/// </summary>
public static class Secret
{
    public const string Prefix = "bdg_";

    private const int RandomBytes = 24;
    private const int ChecksumBytes = 4;

    public static string Create()
    {
        Span<byte> bytes = stackalloc byte[RandomBytes + ChecksumBytes];
        RandomNumberGenerator.Fill(bytes[..RandomBytes]);
        ChecksumOf(bytes[..RandomBytes]).CopyTo(bytes[RandomBytes..]);
        return Prefix + Base64Url.EncodeToString(bytes);
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether the checksum fits; a mistyped or made-up secret is refused without asking the database.</summary>
    public static bool IsWellFormed(string? secret)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes + ChecksumBytes];
        return secret is not null && secret.StartsWith(Prefix, StringComparison.Ordinal) &&
            secret.Length == Prefix.Length + Base64Url.GetEncodedLength(bytes.Length) &&
            Base64Url.DecodeFromChars(secret.AsSpan(Prefix.Length), bytes, out _, out var written) == OperationStatus.Done &&
            written == bytes.Length &&
            bytes[RandomBytes..].SequenceEqual(ChecksumOf(bytes[..RandomBytes]));
    }

    private static ReadOnlySpan<byte> ChecksumOf(ReadOnlySpan<byte> random) => SHA256.HashData(random).AsSpan(0, ChecksumBytes);
}
