using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Api;
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

    /// <summary>What is chosen in a field; <c>null</c>: nothing.</summary>
    /// <exception cref="InvalidException">It is too large.</exception>
    public async Task<ChosenFile?> ChooseAsync(ElementReference field)
    {
        var file = await (await ModuleAsync()).InvokeAsync<ChosenFile?>("choose", field, MaxBytes);
        return file is null || file.Size <= MaxBytes ? file : throw new InvalidException("file", "The file is larger than 1 MB. Split it, and import one part after the other.");
    }

    /// <summary>Sends what was chosen and reads the answer.</summary>
    /// <exception cref="InvalidException">The API refused it, in its own words.</exception>
    public async Task<T> SendAsync<T>(ElementReference field, string address, CancellationToken cancellationToken)
    {
        try
        {
            await using var answer = await (await ModuleAsync()).InvokeAsync<IJSStreamReference>("send", cancellationToken, field, address);
            await using var stream = await answer.OpenReadStreamAsync(LongestAnswer, cancellationToken);
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return json.RootElement.TryGetProperty("code", out _)
                ? throw Refused(json.Deserialize<Problem>(JsonFormat.Options)!)
                : json.Deserialize<T>(JsonFormat.Options)!;
        }
        catch (Exception failed) when (failed is JSException or JsonException)
        {
            throw new InvalidException("file", "The server couldn't be reached. Try again in a moment.");
        }
    }

    private static InvalidException Refused(Problem problem) =>
        new(problem.Code, problem.Detail, problem.Errors ?? new Dictionary<string, string[]>(StringComparer.Ordinal));

    private Task<IJSObjectReference> ModuleAsync() => _module ??= script.InvokeAsync<IJSObjectReference>("import", Module).AsTask();
}
