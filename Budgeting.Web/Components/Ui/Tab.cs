namespace Budgeting.Web.Components.Ui;

/// <summary>One of several parts of a place.</summary>
public sealed record Tab(string Href, string Text, string Icon);
