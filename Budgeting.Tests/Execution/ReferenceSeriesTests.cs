using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>The numbers that obligations are offered: without gaps, however one comes about.</summary>
public sealed class ReferenceSeriesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Add_BehindADeletedRequest_TakesItsNumber()
    {
        var office = await OfficeAsync();
        var requests = await RequestAsync(office, 3);
        await DeleteAsync(office, requests[1]);

        var next = await RequestAsync(office, 2);

        next.Select(o => o.ReferenceNo).Should().Equal("2026-0002", "2026-0004");
    }

    [Fact]
    public async Task Add_BehindTheFirstThatWasDeleted_TakesItsNumber()
    {
        var office = await OfficeAsync();
        await DeleteAsync(office, (await RequestAsync(office, 2))[0]);

        (await RequestAsync(office, 1)).Single().ReferenceNo.Should().Be("2026-0001");
    }

    [Fact]
    public async Task Add_BehindANumberThatWasTyped_GoesOnWithTheLowest()
    {
        var office = await OfficeAsync();
        await office.Member.Get<ObligationsService>().AddAsync(office.Allotment.Id, Request() with { ReferenceNo = "2026-0003" }, default);

        var next = await RequestAsync(office, 3);

        next.Select(o => o.ReferenceNo).Should().Equal("2026-0001", "2026-0002", "2026-0004");
    }

    [Fact]
    public async Task Add_BehindANumberThatWasTypedFarAhead_GoesOnWithTheLowest()
    {
        var office = await OfficeAsync();
        var first = await RequestAsync(office, 2);
        await office.Member.Get<ObligationsService>().AddAsync(office.Allotment.Id, Request() with { ReferenceNo = "2026-999999999" }, default);
        await DeleteAsync(office, first[0]);

        var next = await RequestAsync(office, 2);

        next.Select(o => o.ReferenceNo).Should().Equal("2026-0001", "2026-0003");
    }

    [Theory]
    [InlineData("po-77", "PO-77")]
    [InlineData("PO-Ä/77", "po-ä/77")]
    public async Task Add_WithAnothersReference_IsRefused_HoweverItIsCased(string first, string second)
    {
        var office = await OfficeAsync();
        var own = await office.Member.Get<ObligationsService>().AddAsync(office.Allotment.Id, Request() with { ReferenceNo = first }, default);

        Func<Task> adding = () => office.Member.Get<ObligationsService>().AddAsync(office.Allotment.Id, Request() with { ReferenceNo = second }, default);

        (await adding.ShouldRefuseAsync<Core.Kernel.Errors.ConflictException>()).Message.Should().Be($"There is an obligation {second} already.");
        (await office.Member.Get<ObligationsService>().UpdateAsync(own.Id, own.ToInput() with { ReferenceNo = second }, null, default)).ReferenceNo.Should().Be(second);
    }

    [Theory]
    [InlineData("po-77", "po_77")]
    [InlineData("po-77", "qo-77")]
    [InlineData("50%-a", "500-a")]
    public async Task Add_WithAReferenceThatIsAlike_IsNotRefused(string first, string second)
    {
        var office = await OfficeAsync();

        foreach (var reference in new[] { first, second })
        {
            (await office.Member.Get<ObligationsService>().AddAsync(office.Allotment.Id, Request() with { ReferenceNo = reference }, default)).ReferenceNo.Should().Be(reference);
        }
    }

    private static ObligationInput Request() => new() { Payee = "Paper Ltd", Description = "Paper", Amount = 0.01m, Date = Office.Day };

    private static async Task<IReadOnlyList<ObligationDto>> RequestAsync(Office office, int count)
    {
        var requests = new List<ObligationDto>();
        for (var i = 0; i < count; i++)
        {
            requests.Add(await office.Member.Get<ObligationsService>().AddAsync(office.Allotment.Id, Request(), default));
        }

        return requests;
    }

    private static Task DeleteAsync(Office office, ObligationDto request) => office.Member.Get<ObligationsService>().DeleteAsync(request.Id, request.Version, default);

    private Task<Office> OfficeAsync() => Office.CreateAsync(fixture.World.Services);
}
