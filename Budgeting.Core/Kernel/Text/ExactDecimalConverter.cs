using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Budgeting.Core.Kernel;

/// <summary>
/// Reads a number, or a text that is one, only where it is kept to its last digit: the serializer's own reader rounds what has
/// more. Writes without trailing zeros, so that an amount reads the same whether it was just written or stored.
/// </summary>
internal sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    private const int MaxDecimals = 28;
    private const NumberStyles Mantissa = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String when IsPlain(reader.GetString()!) => reader.GetString()!,
            JsonTokenType.Number when !reader.HasValueSequence => Encoding.ASCII.GetString(reader.ValueSpan),
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSequence),
            _ => throw new JsonException(),
        };
        return TryParse(text, out var amount) ? amount : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Amounts.WithoutTrailingZeros(value));

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text.TrimStart('-')[0]) && !text.AsSpan().ContainsAny('e', 'E', '+');

    private static bool TryParse(string text, out decimal amount)
    {
        amount = 0;
        var at = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        return (at < 0 || int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) &&
            IsExact(at < 0 ? text : text[..at], exponent) &&
            decimal.TryParse(text, Mantissa | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out amount);
    }

    // 28 digits always fit; what they are shifted by must not push the last one out.
    private static bool IsExact(string mantissa, int exponent) =>
        mantissa.Count(char.IsAsciiDigit) <= MaxDecimals &&
        decimal.TryParse(mantissa, Mantissa, CultureInfo.InvariantCulture, out var number) &&
        (long)number.Scale - exponent <= MaxDecimals;
}
