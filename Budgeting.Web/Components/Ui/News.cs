namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Who made the change that a live region shows. One for the life of the region: what is in it isn't drawn anew only to be told.
/// </summary>
public sealed class News
{
    /// <summary>Another member; <c>null</c> when it was oneself, the command line, or nothing changed yet.</summary>
    public Guid? By { get; private set; }

    /// <summary>How often there was any.</summary>
    public int Count { get; private set; }

    public void Tell(Guid? by) => (By, Count) = (by, Count + 1);
}
