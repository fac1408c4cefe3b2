namespace Budgeting.Web.Components.Ui;

/// <summary>One of several parts of a place.</summary>
/// <param name="Icon">Left out where there are so many that icons take their room.</param>
public sealed record Tab(string Href, string Text, string? Icon = null);
