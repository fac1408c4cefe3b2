using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Tells whether two loads have the same content, in a few bytes. It is made once for each object, however many pages show it, and
/// goes with it.
/// </summary>
internal static class Fingerprint
{
    private static readonly ConditionalWeakTable<object, Lazy<string>> Known = [];

    public static string? Of<T>(T? model)
        where T : class => model is null ? null : Known.GetValue(model, m => new Lazy<string>(() => Make((T)m))).Value;

    private static string Make<T>(T model) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(model, JsonFormat.Options)));
}
