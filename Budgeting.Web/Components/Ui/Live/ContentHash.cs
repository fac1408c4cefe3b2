using System.Security.Cryptography;
using System.Text.Json;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Tells whether two loads have the same content, in a few bytes.
/// </summary>
internal static class ContentHash
{
    private static readonly Memoized<object, string> Known = new(Make);

    public static string? Of(object? model) => model is null ? null : Known.Of(model);

    private static string Make(object model) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(model, model.GetType(), JsonFormat.Options)));
}
