using System.Net;
using System.Net.Sockets;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

/// <summary>The server as a process of its own.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TestFolder _folder = TestFolder.WithDatabase();

    [Fact]
    public async Task With_nobody_there_it_says_where_to_set_it_up_and_stops_quietly()
    {
        using var empty = new TestFolder();
        using var server = await BudgetingProcess.ServeAsync(empty);

        server.Before.Should().Equal("Making the database.", $"The data are in {empty.Path}.");
        server.Greeting.Should().MatchRegex(@"^Budgeting is ready\. Set it up in your browser: http://127\.0\.0\.1:\d+$");
        using var client = new HttpClient();
        (await client.GetAsync(server.Address)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.StopAsync()).Should().Be(new CommandRun(0, "", ""));
    }

    [Fact]
    public async Task With_an_account_it_says_where_it_is()
    {
        await using (var world = await TestWorld.CreateAsync(_folder))
        {
            await world.OrganizationAsync();
        }

        using var server = await BudgetingProcess.ServeAsync(_folder);

        server.Before.Should().Equal($"The data are in {_folder.Path}.");
        server.Greeting.Should().MatchRegex(@"^Budgeting is ready: http://127\.0\.0\.1:\d+$");
    }

    [Fact]
    public async Task Without_a_verb_it_serves_what_the_environment_says()
    {
        using var empty = new TestFolder();
        var environment = new Dictionary<string, string> { ["BUDGETING_DATA"] = empty.Path, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };

        using var server = await BudgetingProcess.ServeAsync([], environment);

        File.Exists(empty.Data.DatabaseFile).Should().BeTrue();
        server.Address.Host.Should().Be("127.0.0.1");
    }

    [Theory]
    [InlineData("KnownProxies__0", "proxy", "“proxy” among KnownProxies isn't an address: write one such as 127.0.0.1.")]
    [InlineData("KnownProxies", "127.0.0.1", "The setting KnownProxies can't be “127.0.0.1”: it must be a list, such as KnownProxies__0=127.0.0.1.")]
    [InlineData("RateLimits__Api__Burst", "-5", "The setting RateLimits:Api:Burst can't be “-5”: it must be a whole number above 0.")]
    [InlineData("Features__BudgetMeter", "perhaps", "The setting Features:BudgetMeter can't be “perhaps”: it must be true or false.")]
    [InlineData("Logging__LogLevel__Default", "loud", "The setting Logging:LogLevel:Default can't be “loud”: it must be one of Trace, Debug, Information, Warning, Error, Critical, None.")]
    public async Task A_setting_that_cannot_be_is_wrong_usage(string name, string value, string error)
    {
        var run = await BudgetingProcess.RunAsync(["--data", _folder.Path], new Dictionary<string, string> { ["BUDGETING_" + name] = value });

        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.ErrorLines.Should().Equal(error);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_refused()
    {
        Directory.CreateDirectory(_folder.Data.KeyFolder);
        await File.WriteAllTextAsync(Path.Combine(_folder.Data.KeyFolder, "key-x.xml"), "garbage");

        var run = await BudgetingProcess.RunAsync("--data", _folder.Path, "--urls", "http://127.0.0.1:0");

        (run.ExitCode, run.Out).Should().Be((1, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("storage.keys");
    }

    [Fact]
    public async Task A_second_server_on_the_folder_is_refused()
    {
        await using var first = new TestInstallation(_folder);
        await first.OpenAsync(exclusive: true);

        var second = await BudgetingProcess.RunAsync("--data", _folder.Path, "--urls", "http://127.0.0.1:0");

        (second.ExitCode, second.Out).Should().Be((1, ""));
        second.ErrorLines.Should().ContainSingle().Which.Should().Contain(_folder.Path).And.Contain("storage.locked");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var run = await BudgetingProcess.RunAsync("--data", _folder.Path, "--urls", address);

        (run.ExitCode, run.Out).Should().Be((1, ""));
        run.ErrorLines.Should().Equal($"Can't listen on {address}: Address already in use. Choose another address with --urls.");
    }

    [Fact]
    public async Task Https_without_a_certificate_is_refused()
    {
        var run = await BudgetingProcess.RunAsync("--data", _folder.Path, "--urls", "https://127.0.0.1:0");

        run.ExitCode.Should().Be(1);
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("no certificate is configured");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task A_damaged_database_is_refused(string verb)
    {
        await File.WriteAllTextAsync(_folder.Data.DatabaseFile, string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        var run = await BudgetingProcess.RunAsync(verb, "--data", _folder.Path);

        (run.ExitCode, run.Out).Should().Be((1, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("storage.corrupt");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var run = await CommandRun.OfAsync("demo", "--data", file);

        (run.ExitCode, run.Out).Should().Be((1, ""));
        run.ErrorLines.Should().ContainSingle();
    }

    [Fact]
    public async Task Wrong_usage_is_told_in_one_line()
    {
        var run = await BudgetingProcess.RunAsync("fly");

        run.Should().Be(new CommandRun(2, "", $"Unrecognized command or argument 'fly'. See “Budgeting.Web --help”.{Environment.NewLine}"));
    }

    [Fact]
    public async Task It_tells_its_version()
    {
        var run = await BudgetingProcess.RunAsync("--version");

        run.ExitCode.Should().Be(0);
        run.Out.Should().MatchRegex(@"^\d+\.\d+\.\d+\S*\s*$");
    }

    public void Dispose() => _folder.Dispose();
}
