namespace Budgeting.Web.Components.Ui;

/// <summary>One of the values that can be chosen, and what it is called.</summary>
public sealed record SelectOption<T>(T Value, string Text);
