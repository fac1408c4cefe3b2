using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Architecture;

public sealed class CodeStyleTests
{
    private const int LongestFile = 300;

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> AllTypes =>
        new[] { Product.Core, Product.Web, typeof(CodeStyleTests).Assembly }.SelectMany(a => a.GetTypes());

    [Fact]
    public void Services_AsyncMethods_TakeACancellationTokenLast()
    {
        var violations =
            from type in Product.WrittenTypes(Product.Core)
            where type.Name.EndsWith("Service", StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where IsAwaited(method.ReturnType) && method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
            select $"{type.Name}.{method.Name}";

        violations.Should().BeEmpty();
    }

    [Fact]
    public void Classes_AreSealedStaticOrAbstract()
    {
        // Components without code behind are what the Razor compiler makes of them.
        var violations =
            from type in Product.WrittenTypes(Product.Core).Concat(Product.WrittenTypes(Product.Web)).SelectMany(CodeReferences.Family)
            where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Name.Contains('<', StringComparison.Ordinal)
            where !type.IsAssignableTo(typeof(ComponentBase)) && type.Name is not ("_Imports" or "Program")
            select type.FullName;

        violations.Should().BeEmpty();
    }

    [Fact]
    public void Methods_AreNeverAsyncVoid()
    {
        var violations =
            from type in AllTypes
            from method in type.GetMethods(Declared)
            where method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute))
            select $"{type.FullName}.{method.Name}";

        violations.Should().BeEmpty();
    }

    [Fact]
    public void Projects_SayNoVersionOfAPackage()
    {
        var projects = Product.Files(".csproj", ".props", ".targets").ToList();
        var violations =
            from file in projects
            from reference in XDocument.Load(file).Descendants("PackageReference")
            where reference.Attributes().Select(a => a.Name).Concat(reference.Elements().Select(e => e.Name)).Any(n => n.LocalName is "Version" or "VersionOverride")
            select $"{Path.GetFileName(file)}: {reference.Attribute("Include")?.Value}";

        projects.Should().HaveCountGreaterThan(3);
        violations.Should().BeEmpty();
    }

    [Fact]
    public void Files_AreAtMost300Lines()
    {
        var files = Product.Files(".cs", ".razor", ".js", ".css").ToList();

        files.Should().HaveCountGreaterThan(100);
        var violations = files
            .Select(f => (File: Path.GetRelativePath(Product.Folder(), f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.File} has {f.Lines} lines");

        violations.Should().BeEmpty();
    }

    private static bool IsAwaited(Type type) =>
        type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
