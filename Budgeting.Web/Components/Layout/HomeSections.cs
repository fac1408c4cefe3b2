namespace Budgeting.Web.Components.Layout;

/// <summary>What the modules put on Home, in the order in which it is shown: components without parameters.</summary>
internal sealed record HomeSections(IReadOnlyList<Type> Components);
