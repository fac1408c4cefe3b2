namespace Budgeting.Web.Components.Ui;

/// <summary>How something went, in a sentence.</summary>
/// <param name="IsError">Whether it wasn't done.</param>
public sealed record Message(string Text, bool IsError);
