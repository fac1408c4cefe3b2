namespace Budgeting.Web.Components.Ui;

/// <summary>Whether a shown value is news: another one than before, by somebody else.</summary>
internal sealed class Glow
{
    private object? _shown;
    private bool _isFirst = true;

    /// <summary>The class of what glows.</summary>
    public string? Class { get; private set; }

    /// <summary>Another one with each value: a key, so that the glow begins anew.</summary>
    public int Revision { get; private set; }

    public void Show(object? value, News? news)
    {
        if (!_isFirst && !Equals(_shown, value))
        {
            Tell(news);
        }

        (_shown, _isFirst) = (value, false);
    }

    /// <summary>The same where somebody else saw that the value is another one.</summary>
    public void Tell(News? news)
    {
        Class = news?.By is null ? null : "news";
        Revision++;
    }
}
