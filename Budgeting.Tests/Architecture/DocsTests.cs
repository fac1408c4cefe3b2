using System.Text.RegularExpressions;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Architecture;

/// <summary>Documents that point to nothing, or leave out what they promise, mislead.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = Product.Folder();

    public static TheoryData<string> Documents => new(
        Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !BuildFolder().IsMatch(file)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void RelativeLinks_OfADocument_LeadSomewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, document))!;

        var dead = Link().Matches(File.ReadAllText(Path.Combine(Root, document)))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        dead.Should().BeEmpty();
    }

    [Fact]
    public void Index_OfDecisions_HasEachOfThem()
    {
        var folder = Path.Combine(Root, "docs", "adr");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));

        var decisions = Directory.EnumerateFiles(folder, "0*.md").Select(file => Path.GetFileName(file)).ToList();

        decisions.Should().NotBeEmpty().And.OnlyContain(name => index.Contains($"({name})", StringComparison.Ordinal));
    }

    [Fact]
    public void InstallGuide_ForEachRefusalOfStorage_SaysWhatToDo()
    {
        var guide = File.ReadAllText(Path.Combine(Root, "docs", "guide", "install.md"));

        var codes = Directory.EnumerateFiles(Path.Combine(Root, "Budgeting.Core", "Storage"), "*.cs")
            .SelectMany(file => StorageCode().Matches(File.ReadAllText(file)))
            .Select(code => code.Groups["code"].Value)
            .ToHashSet();

        codes.Should().NotBeEmpty().And.OnlyContain(code => guide.Contains($"`{code}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("admin create --help")]
    [InlineData("member create --help")]
    [InlineData("password set --help")]
    [InlineData("token create --help")]
    [InlineData("demo --help")]
    public async Task CommandLineDocument_NamesWhatTheHelpNames(string commandLine)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "command-line.md"));

        var help = await CommandRun.OfAsync(commandLine.Split(' '));

        Option().Matches(help.Out).Select(option => option.Value).Should()
            .NotBeEmpty().And.OnlyContain(option => document.Contains($"`{option}", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_NameNoPlaceOfOneMachine()
    {
        string[] kinds = [".md", ".cs", ".razor", ".css", ".js", ".json", ".csproj", ".props", ".targets"];

        var files = Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => kinds.Contains(Path.GetExtension(file)) && !BuildFolder().IsMatch(Path.GetRelativePath(Root, file)))
            .Where(file => MachinePath().IsMatch(File.ReadAllText(file)));

        files.Should().BeEmpty();
    }

    [GeneratedRegex(@"\]\((?<target>(?!https?://|#)[^)#\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(^|[/\\])(bin|obj|TestResults|_framework)[/\\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildFolder();

    [GeneratedRegex(@"(?<![\w.~/])/(work|tmp|root)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex("--[a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"""(?<code>storage\.[a-z-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorageCode();
}
