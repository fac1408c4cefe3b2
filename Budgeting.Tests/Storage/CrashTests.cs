using System.Collections.Concurrent;
using System.Net.Http.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Storage;

[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class CrashTests
{
    private const int Enough = 40;

    [Fact]
    public async Task AServerThatIsKilledWhileItWrites_LosesNothingItAnswered()
    {
        using var folder = new TestFolder();
        var (ada, token) = await PrepareAsync(folder);
        using var server = await BudgetingProcess.ServeAsync(folder);

        var answered = await WriteUntilKilledAsync(server, token);

        await using var world = await TestWorld.CreateAsync(folder);
        await using var db = world.Db(ada.OrganizationId);
        answered.Should().HaveCountGreaterThanOrEqualTo(Enough).And.BeSubsetOf(await db.People.Select(p => p.Id).ToListAsync());
        var trail = await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync();
        AuditChain.FirstBroken(trail).Should().BeNull();
        trail.Where(e => e.Entity == nameof(Person)).Select(e => e.EntityId).Should().BeEquivalentTo(await db.People.Select(p => p.Id).ToListAsync());
    }

    private static async Task<(MemberIdentity Admin, string Token)> PrepareAsync(TestFolder folder)
    {
        await using var world = await TestWorld.CreateAsync(folder);
        var admin = await world.OrganizationAsync();
        return (admin.MemberIdentity, (await admin.Tokens.CreateAsync("Program", role: null, CancellationToken.None)).Secret);
    }

    private static async Task<IReadOnlyCollection<Guid>> WriteUntilKilledAsync(BudgetingProcess server, string token)
    {
        using var client = server.Client(token);
        var answered = new ConcurrentBag<Guid>();
        var enough = new TaskCompletionSource();

        var writers = Enumerable.Range(0, 4).Select(_ => WriteAsync(client, answered, enough)).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(writers));
        await server.KillAsync();
        await Task.WhenAll(writers);
        return answered;
    }

    private static async Task WriteAsync(HttpClient client, ConcurrentBag<Guid> answered, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                using var answer = await client.PostAsJsonAsync(new Uri("api/v1/people", UriKind.Relative), new { name = "Grandma" });
                answer.EnsureSuccessStatusCode();
                answered.Add((await answer.Content.ReadFromJsonAsync<PersonDto>(JsonFormat.Options))!.Id);
                if (answered.Count >= Enough)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (HttpRequestException gone) when (gone.StatusCode is null)
        {
            // It was killed.
        }
    }
}
