namespace Budgeting.Tests.Architecture;

internal static class Uses
{
    public static void ShouldNotUse(this IEnumerable<Type> types, Func<Type, bool> isForbidden) => types.ShouldNotUse((_, to) => isForbidden(to));

    public static void ShouldNotUse(this IEnumerable<Type> types, Func<Type, Type, bool> isForbidden)
    {
        var all = types.ToList();
        var violations = all.SelectMany(from => CodeReferences.Of(from).Where(to => isForbidden(from, to)).Select(to => $"{from.FullName} uses {to.FullName}"));

        all.Should().NotBeEmpty("a rule about nothing holds always");
        // As one text, which is shown whole.
        string.Join(Environment.NewLine, violations).Should().BeEmpty();
    }
}
