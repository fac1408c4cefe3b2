namespace Budgeting.Web.Components.Ui;

/// <summary>
/// Whether a live region shows what changed while it was looked at. One for the life of the region: what is in it isn't drawn anew
/// only to be told. Who made the change isn't said: in a burst it may be somebody whose part of it is a surprise.
/// </summary>
public sealed class LiveUpdate
{
    /// <summary><c>false</c> where another page or filter was asked for.</summary>
    public bool IsPushed { get; set; }
}
