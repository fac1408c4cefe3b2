using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Core.Storage.Sqlite;
using Budgeting.Tests.Api;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Storage;

/// <summary>A read waits for no writer, and does without one: every GET of the API, each with a token that wasn't used before, and every page.</summary>
[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class ReadsWithoutWriterTests : IAsyncLifetime
{
    // Less than the engine would wait for a writer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly WritesRefused _refused = new();
    private TestServer _server = null!;
    private TestActor _ada = null!;
    private TestBrowser _browser = null!;
    private ApiSample _sample = null!;
    private IReadOnlyList<(ApiOperation Operation, HttpClient Client)> _reads = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(b => b.Services.ConfigureDbContext<SqliteBudgetingDbContext>(o => o.AddInterceptors(_refused)));
        _ada = await _server.Services.OrganizationAsync();
        _sample = await ApiSample.CreateAsync(_ada, (await _server.Services.MemberAsync(_ada, Role.Member)).MemberId);
        _browser = await _server.BrowserAsync((await _ada.Organizations.MemberAsync(_ada.MemberId, default)).Email);
        using var reader = await ClientAsync();
        var reads = new List<(ApiOperation, HttpClient)>();
        foreach (var operation in (await ApiDocument.ReadAsync(reader)).Operations.Where(o => !o.IsUnsafe))
        {
            reads.Add((operation, await ClientAsync()));
        }

        _reads = reads;
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task WhileAnotherProgramWrites_EverythingIsRead()
    {
        using var other = _server.Shell();
        other.Execute("BEGIN IMMEDIATE");

        await ReadAllAsync();
    }

    [Fact]
    public async Task WhileThisProgramWrites_EverythingIsRead()
    {
        await using var writing = await _server.Services.GetRequiredService<Database>().WriteAsync(Guid.Empty, new Actor(MemberId: null, TokenId: null), default);

        await ReadAllAsync();
    }

    [Fact]
    public async Task WhereNothingCanBeWritten_EverythingIsRead()
    {
        _refused.IsOn = true;
        await FluentActions.Awaiting(() => _ada.PersonAsync()).ShouldRefuseAsync<UnavailableException>();

        await ReadAllAsync();
    }

    private async Task ReadAllAsync()
    {
        foreach (var (operation, client) in _reads)
        {
            (await StatusAsync(t => client.GetAsync(_sample.AddressOf(operation.Path), t))).Should().Be(200, operation.ToString());
        }

        foreach (var path in AppPages.Addresses(AppPages.ForMembers, before => _sample.Ids[before.Split('/')[^2]]))
        {
            (await StatusAsync(_ => _browser.GetAsync(path))).Should().Be(200, path);
        }

        using var nobody = _server.Client();
        (await StatusAsync(t => nobody.GetAsync("/sign-in", t))).Should().Be(200);
        _reads.Should().HaveCountGreaterThan(40);
    }

    private static async Task<int?> StatusAsync(Func<CancellationToken, Task<HttpResponseMessage>> ask)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await ask(patience.Token).WaitAsync(patience.Token);
            return (int)answer.StatusCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpClient> ClientAsync() => _server.Client((await _ada.Tokens.CreateAsync("Reader", role: null, default)).Secret);
}
