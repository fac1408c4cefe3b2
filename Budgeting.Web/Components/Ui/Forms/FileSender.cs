using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Budgeting.Web.Components.Ui;

/// <summary>A file that somebody chose.</summary>
public sealed record ChosenFile(string Name, long Size);

/// <summary>Sends a chosen file from the browser to the API over HTTP, through js/files.js.</summary>
public sealed class FileSender(IJSRuntime script)
{
    public const long MaxBytes = 1024 * 1024;

    private const string Module = "./js/files.js";
    private const long LongestAnswer = 8 * MaxBytes;

    private Task<IJSObjectReference>? _module;

    /// <summary>What is chosen in a field to be imported; <c>null</c>: nothing.</summary>
    /// <exception cref="InvalidException">It is too large.</exception>
    public Task<ChosenFile?> ChooseAsync(ElementReference field) =>
        ChooseAsync(field, MaxBytes, "The file is larger than 1 MB. Split it, and import one part after the other.");

    /// <summary>The same for any file, of so many bytes at most.</summary>
    /// <exception cref="InvalidException">It is too large, in these words.</exception>
    public async Task<ChosenFile?> ChooseAsync(ElementReference field, long maxBytes, string tooLarge)
    {
        var file = await (await ModuleAsync()).InvokeAsync<ChosenFile?>("choose", field, maxBytes);
        return file is null || file.Size <= maxBytes ? file : throw new InvalidException("file", tooLarge);
    }

    /// <summary>Sends what was chosen to be imported, and reads the answer.</summary>
    /// <exception cref="InvalidException">The API refused it, in its own words.</exception>
    public Task<T> SendAsync<T>(ElementReference field, string address, CancellationToken cancellationToken) =>
        SendAsync<T>("send", field, address, cancellationToken);

    /// <summary>Puts what was chosen at an address, under its name, and reads the answer.</summary>
    /// <exception cref="InvalidException">The API refused it, in its own words.</exception>
    public Task<T> PutAsync<T>(ElementReference field, string address, CancellationToken cancellationToken) =>
        SendAsync<T>("put", field, address, cancellationToken);

    private async Task<T> SendAsync<T>(string how, ElementReference field, string address, CancellationToken cancellationToken)
    {
        try
        {
            await using var answer = await (await ModuleAsync()).InvokeAsync<IJSStreamReference>(how, cancellationToken, field, address);
            await using var stream = await answer.OpenReadStreamAsync(LongestAnswer, cancellationToken);
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return json.RootElement.TryGetProperty("code", out _)
                ? throw Refused(json.RootElement)
                : json.Deserialize<T>(JsonFormat.Options)!;
        }
        catch (Exception failed) when (failed is JSException or JsonException)
        {
            throw new InvalidException("file", "The server couldn't be reached. Try again in a moment.");
        }
    }

    private static InvalidException Refused(JsonElement problem) => new(
        problem.GetProperty("code").GetString()!,
        problem.GetProperty("detail").GetString()!,
        problem.TryGetProperty("errors", out var errors) ? errors.Deserialize<Dictionary<string, string[]>>()! : new(StringComparer.Ordinal));

    private Task<IJSObjectReference> ModuleAsync() => _module ??= script.InvokeAsync<IJSObjectReference>("import", Module).AsTask();
}
