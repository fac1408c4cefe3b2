using System.Globalization;
using System.Text;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench;

/// <summary>The services of Core on a store, with one occasion of many gifts.</summary>
internal sealed class BenchWorld : IDisposable
{
    private const int People = 20;

    private const int FileSize = 5000;

    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;

    /// <param name="gifts">How many the occasion has.</param>
    public BenchWorld(BenchStore store, int gifts)
    {
        _services = store.AddTo(new ServiceCollection().AddLogging()).AddKernel().AddOrganizations().AddGifting().BuildServiceProvider();
        _services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None).GetAwaiter().GetResult();
        _scope = _services.CreateScope();
        SetUpAsync(gifts).GetAwaiter().GetResult();
    }

    public Guid OrganizationId { get; private set; }

    public Guid MemberId { get; private set; }

    public Guid OccasionId { get; private set; }

    public IReadOnlyList<Guid> PersonIds { get; private set; } = [];

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>What a further request has of its own.</summary>
    public IServiceScope Enter()
    {
        var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(OrganizationId, MemberId);
        return scope;
    }

    public async Task<Guid> OccasionAsync(string name)
    {
        var occasion = new OccasionInput { Name = name, Date = new DateOnly(2026, 12, 24), BudgetTotal = 1_000_000 };
        return (await Get<OccasionsService>().AddAsync(occasion, CancellationToken.None)).Id;
    }

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
    }

    private async Task SetUpAsync(int gifts)
    {
        var admin = new AccountInput { Name = "Ada", Email = "ada@example.org", Password = "a sentence for benchmarks" };
        var input = new SetupInput { Admin = admin, OrganizationName = "Bench", Currency = "USD" };
        var identified = await _services.GetRequiredService<SetupService>().SetUpAsync(input, CancellationToken.None);
        Get<CurrentMember>().SignIn(identified.OrganizationId, identified.MemberId);
        (OrganizationId, MemberId) = (identified.OrganizationId, identified.MemberId);
        OccasionId = await OccasionAsync("Christmas");
        var people = new List<Guid>();
        for (var i = 0; i < People; i++)
        {
            people.Add((await Get<PeopleService>().AddAsync(new PersonInput { Name = $"Person {i}" }, CancellationToken.None)).Id);
        }

        PersonIds = people;
        for (var from = 0; from < gifts; from += FileSize)
        {
            var file = new StringBuilder("name,recipient,status,price\n");
            for (var i = from; i < Math.Min(gifts, from + FileSize); i++)
            {
                file.Append(CultureInfo.InvariantCulture, $"Gift {i},Person {i % People},{(GiftStatus)(i % 4)},{(i % 7 == 0 ? "" : i % 20_000 / 100m)}\n");
            }

            await Get<GiftImportService>().ImportAsync(OccasionId, Encoding.UTF8.GetBytes(file.ToString()), addPeople: false, CancellationToken.None);
        }
    }
}
