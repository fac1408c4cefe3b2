using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("fly")]
    [InlineData("--fly")]
    [InlineData("serve now")]
    [InlineData("serve --urls")]
    [InlineData("serve --urls nonsense")]
    [InlineData("serve --urls ftp://localhost:5080")]
    [InlineData("serve --urls http://localhost:65536")]
    [InlineData("serve --urls http://localhost:0")]
    [InlineData("serve --urls http://localhost:5080/path")]
    [InlineData("serve --urls ;")]
    [InlineData("--urls nonsense")]
    [InlineData("--data")]
    [InlineData("--database")]
    [InlineData("--database mysql")]
    [InlineData("admin")]
    [InlineData("admin create")]
    [InlineData("admin create --email ada@example.org")]
    [InlineData("admin create --password correct-battery-staple")]
    [InlineData("admin create --email ada@example.org --email max@example.org --password correct-battery-staple")]
    [InlineData("member")]
    [InlineData("member create --email ada@example.org --password correct-battery-staple --organization Family")]
    [InlineData("member create --email ada@example.org --password correct-battery-staple --role member")]
    [InlineData("member create --email ada@example.org --password correct-battery-staple --organization Family --role queen")]
    [InlineData("member create --email ada@example.org --password correct-battery-staple --organization Family --role 3")]
    [InlineData("token")]
    [InlineData("token create --email ada@example.org")]
    [InlineData("token create --name script")]
    [InlineData("token create --email ada@example.org --name script --role queen")]
    [InlineData("demo now")]
    public async Task Wrong_usage_is_told_in_one_line(string commandLine)
    {
        using var folder = new TestFolder();

        var run = await CommandRun.OfAsync([.. commandLine.Split(' '), "--data", folder.Path]);

        run.ExitCode.Should().Be(2);
        run.ErrorLines.Should().ContainSingle();
        run.Out.Should().BeEmpty();
    }

    [Fact]
    public async Task A_blank_data_folder_is_wrong_usage()
    {
        var run = await CommandRun.OfAsync("demo", "--data", " ");

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("--data needs the name of a folder.");
    }

    [Theory]
    [InlineData("serve --database oracle", 2, "oracle")]
    [InlineData("serve --database postgres", 2, "PostgreSQL needs --connection")]
    [InlineData("serve --connection Host=nowhere", 2, "--connection is for --database postgres")]
    [InlineData("serve --database postgres --connection Hast=nowhere", 1, "--connection can't be read")]
    [InlineData("serve --database postgres --connection Host=127.0.0.1;Port=1;Database=x;Username=x", 1, "The PostgreSQL server at 127.0.0.1:1 can't be reached")]
    public async Task What_is_wrong_about_the_database_is_said_in_one_line(string line, int exitCode, string sentence)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        (run.ExitCode, run.Out).Should().Be((exitCode, ""));
        run.Error.Should().Contain(sentence);
    }

    [Fact]
    public async Task Wrong_usage_names_the_help_of_its_command()
    {
        var run = await CommandRun.OfAsync("token", "create", "--name", "script");

        run.Error.Trim().Should().Be("Option '--email' is required. See “Budgeting.Web token create --help”.");
    }

    [Theory]
    [InlineData("--help", "serve")]
    [InlineData("serve --help", "--urls")]
    [InlineData("admin create --help", "--currency")]
    [InlineData("member create --help", "--role")]
    [InlineData("token create --help", "--name")]
    [InlineData("demo --help", "--organization")]
    public async Task Help_names_what_there_is(string commandLine, string word)
    {
        var run = await CommandRun.OfAsync(commandLine.Split(' '));

        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain(word).And.Contain("--data").And.Contain("--database");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Help_explains_the_exit_codes()
    {
        var run = await CommandRun.OfAsync("--help");

        run.Out.Should().Contain("Exit codes: 0 done; 1 refused");
    }
}
