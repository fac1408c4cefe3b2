using Budgeting.Core.Kernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Budgeting.Core.Storage;

/// <summary>Amounts are stored as whole millionths, so that sums, checks and triggers are exact on every engine.</summary>
internal sealed class MillionthsConverter() : ValueConverter<decimal, long>(
    amount => ToMillionths(amount), millionths => millionths / PerUnit)
{
    private const decimal PerUnit = 1_000_000m;

    private static long ToMillionths(decimal amount)
    {
        var millionths = amount * PerUnit;
        return decimal.Truncate(millionths) == millionths
            ? decimal.ToInt64(millionths)
            : throw new InvalidOperationException($"An amount has at most {Amounts.Decimals} decimals.");
    }
}

/// <summary>Instants as milliseconds since 1970, which sort and compare in SQL.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

/// <summary>Ids as their 16 bytes in network order: ids of version 7 then sort by creation, and indexes stay small.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true), bytes => new Guid(bytes, true));
