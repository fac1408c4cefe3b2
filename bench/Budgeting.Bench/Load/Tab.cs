using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Budgeting.Bench.Load;

/// <summary>One open page: everything that a browser says to the server, and nothing of what it does with the answers.</summary>
internal sealed class Tab : IDisposable
{
    private static readonly byte[] Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    // What is called in the browser answers with a script's object, such as an imported module.
    private const int ObjectResult = 1;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _received = new byte[8 * 1024];
    private int _count;
    private volatile Awaited? _awaited;
    private volatile Exception? _failed;

    /// <summary>Opens the page as the browser that <paramref name="client"/> stands for, and waits until it is interactive.</summary>
    public static async Task<Tab> OpenAsync(HttpClient client, string? cookies, Uri page)
    {
        var tab = new Tab();
        var markers = PageMarkers.In(await client.GetStringAsync(page));
        using var negotiated = await client.PostAsync(new Uri(page, "/_blazor/negotiate?negotiateVersion=1"), content: null);
        negotiated.EnsureSuccessStatusCode();
        var token = (await negotiated.Content.ReadFromJsonAsync<JsonObject>())!["connectionToken"]!.GetValue<string>();
        await tab.ConnectAsync(new UriBuilder(new Uri(page, $"/_blazor?id={token}")) { Scheme = "ws" }.Uri, cookies, page.GetLeftPart(UriPartial.Authority));
        await tab.StartAsync(page, markers);
        return tab;
    }

    /// <summary>When the page is told to show <paramref name="text"/>, as a <see cref="Stopwatch"/> timestamp.</summary>
    public Task<long> ShownAsync(string text)
    {
        var awaited = new Awaited(Encoding.UTF8.GetBytes(text), new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        _awaited = awaited;
        if (_failed is { } failed)
        {
            awaited.Shown.TrySetException(failed);
        }

        return awaited.Shown.Task;
    }

    public void Dispose()
    {
        _closed.Cancel();
        _socket.Dispose();
        _sending.Dispose();
        _closed.Dispose();
    }

    private async Task ConnectAsync(Uri address, string? cookies, string origin)
    {
        _socket.Options.SetRequestHeader("Origin", origin);
        if (cookies is not null)
        {
            _socket.Options.SetRequestHeader("Cookie", cookies);
        }

        await _socket.ConnectAsync(address, _closed.Token);
        await _socket.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, _closed.Token);
        var answer = await _socket.ReceiveAsync(_received.AsMemory(), _closed.Token);
        var text = Encoding.UTF8.GetString(_received, 0, answer.Count);
        if (text is not "{}\u001e")
        {
            throw new InvalidOperationException($"The server refused the handshake: {text}");
        }
    }

    private async Task StartAsync(Uri page, PageMarkers markers)
    {
        _ = ListenAsync();
        await SendAsync(HubMessage.Call("StartCircuit", "0", 4).Text(new Uri(page, "/").ToString()).Text(page.ToString()).Text("[]").Text(""));
        await SendAsync(HubMessage.Call("UpdateRootComponents", null, 2).Text(markers.Operations).Text(markers.State));
        await _opened.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                if (_count == _received.Length)
                {
                    Array.Resize(ref _received, _received.Length * 2);
                }

                var part = await _socket.ReceiveAsync(_received.AsMemory(_count), _closed.Token);
                _count += part.Count;
                while (Next() is { } answer)
                {
                    await (answer.Frame is null ? Task.CompletedTask : SendAsync(answer.Frame));
                }
            }
        }
        catch (Exception failed) when (failed is OperationCanceledException or WebSocketException or ObjectDisposedException or InvalidOperationException or InvalidDataException)
        {
            _failed = failed;
            _opened.TrySetException(failed);
            _awaited?.Shown.TrySetException(failed);
        }
    }

    // Takes one message off what was received; null where there is none.
    private Answer? Next()
    {
        if (!HubReader.TryTake(_received.AsSpan(0, _count), out var message, out var used))
        {
            return null;
        }

        var answer = AnswerTo(message);
        _received.AsSpan(used, _count - used).CopyTo(_received);
        _count -= used;
        return answer;
    }

    private Answer AnswerTo(ReadOnlySpan<byte> message)
    {
        var reader = new HubReader(message);
        reader.ReadArray();
        if (reader.ReadInteger() is var kind and not 1)
        {
            return kind == 7 ? throw new InvalidOperationException("The server closed the circuit.") : new Answer(null);
        }

        reader.SkipEmptyMap();
        reader.ReadText();
        var method = reader.ReadText();
        reader.ReadArray();
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = reader.ReadInteger();
                Look(reader.ReadBytes());
                return new Answer(HubMessage.Call("OnRenderCompleted", null, 2).Integer(batch).Nil());
            case "JS.BeginInvokeJS" when reader.ReadInteger() is var task and > 0:
                reader.ReadText();
                reader.ReadText();
                var result = reader.ReadInteger() == ObjectResult ? $"{{\"__jsObjectId\":{task}}}" : "null";
                return new Answer(HubMessage.Call("EndInvokeJSFromDotNet", null, 3).Integer(task).True().Text($"[{task},true,{result}]"));
            case "JS.EndUpdateRootComponents":
                _opened.TrySetResult();
                return new Answer(null);
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {reader.ReadText()}");
            default:
                return new Answer(null);
        }
    }

    private void Look(ReadOnlySpan<byte> batch)
    {
        if (_awaited is { } awaited && batch.IndexOf(awaited.Text) >= 0)
        {
            _awaited = null;
            awaited.Shown.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    private async Task SendAsync(HubMessage message)
    {
        await _sending.WaitAsync(_closed.Token);
        try
        {
            await _socket.SendAsync(message.ToFrame(), WebSocketMessageType.Binary, endOfMessage: true, _closed.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private sealed record Answer(HubMessage? Frame);

    private sealed record Awaited(byte[] Text, TaskCompletionSource<long> Shown);
}
