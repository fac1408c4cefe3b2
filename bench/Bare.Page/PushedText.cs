namespace Bare.Page;

/// <summary>A text that every open page shows.</summary>
internal sealed class PushedText
{
    public event Action? Changed;

    public string Text { get; private set; } = "";

    public void Push(string text)
    {
        Text = text;
        Changed?.Invoke();
    }
}
