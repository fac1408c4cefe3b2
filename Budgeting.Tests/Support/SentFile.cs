using System.Text;
using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Web.Api.Http;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.JSInterop;

namespace Budgeting.Tests.Support;

/// <summary>A browser in which a file is chosen, and sent straight to the service instead of to the API.</summary>
internal static class SentFile
{
    /// <param name="tab">Where it is chosen.</param>
    /// <param name="file">What is in it.</param>
    /// <param name="size">How large it is said to be; <c>null</c>: as it is.</param>
    /// <param name="answers">What is answered at addresses that end so.</param>
    public static void Prepare<T>(ComponentContext tab, string file, long? size, params (string Ending, Func<byte[], Task<T>> Answer)[] answers)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var module = tab.JSInterop.SetupModule("./js/files.js");
        module.Setup<ChosenFile?>("choose", _ => true).SetResult(new ChosenFile("lines.csv", size ?? bytes.Length));
        foreach (var (ending, answer) in answers)
        {
            module.Setup<IJSStreamReference>("send", call => call.Arguments[1]!.ToString()!.EndsWith(ending, StringComparison.Ordinal))
                .SetResult(new Answered<T>(() => answer(bytes)));
        }
    }

    // What the API would answer.
    private sealed class Answered<T>(Func<Task<T>> answer) : IJSStreamReference
    {
        public long Length => 0;

        public async ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default)
        {
            try
            {
                return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(await answer(), JsonFormat.Options));
            }
            catch (InvalidException refused)
            {
                var problem = new Problem("about:blank", "Bad Request", 400, refused.Message, refused.Code, "", refused.Errors);
                return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(problem, JsonFormat.Options));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
