using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.Api.Http;

/// <summary>Reads what an address asks for. All of it is text at first, so that what can't be read is told like any other wrong field.</summary>
internal static class QueryText
{
    public static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <exception cref="InvalidException">Something of it can't be read.</exception>
    public static T Read<T>(Func<Check, T> read)
    {
        var check = new Check();
        var result = read(check);
        check.ThrowIfAny();
        return result;
    }

    /// <summary>What a field says, where it says anything.</summary>
    public static T? Read<T>(this Check check, string? text, string field, Func<string?, T?> read, string sentence)
        where T : struct
    {
        var value = read(text);
        check.That(value is not null || string.IsNullOrEmpty(text), field, sentence);
        return value;
    }

    public static Guid? Id(this Check check, string? text, string field) => check.Read(text, field, IdOf, "Enter an id, such as 0197d4d2-55a0-7000-8000-000000000001.");

    public static DateOnly? Day(this Check check, string? text, string field) => check.Read(text, field, DayOf, "Enter a day, such as 2026-06-30.");
}
