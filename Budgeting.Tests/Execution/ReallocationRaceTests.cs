using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

public sealed class ReallocationRaceTests
{
    private const int Moves = 1000;
    private const int Writers = 16;

    [Fact]
    public async Task AThousandOppositeOnes_EndWhereTheyBegan_WithoutADeadlock()
    {
        await using var one = await TestWorld.CreateAsync();
        await using var two = TestStore.IsPostgres ? await TestWorld.CreateAsync(one.Store) : null;
        var office = await Office.CreateAsync(one.Services, approved: 1_000, other: 500);
        var worlds = new[] { one.ActAs(office.Approver.MemberIdentity), (two ?? one).ActAs(office.Approver.MemberIdentity) };

        // Each is asked to lock the two rows in the order opposite to that of its neighbour.
        await Parallel.ForAsync(0, Moves, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (i, cancellationToken) =>
        {
            var (from, to) = i % 2 == 0 ? (office.Budget, office.Other) : (office.Other, office.Budget);
            await worlds[i / 2 % 2].Get<AdjustmentsService>().ReallocateAsync(
                office.Proposal.Id, new ReallocationInput("There and back", [new ReallocationMoveInput(from.Id, to.Id, 0.01m)]), cancellationToken);
        });

        ((await office.Member.NowAsync(office.Budget)).ApprovedAmount, (await office.Member.NowAsync(office.Other)).ApprovedAmount).Should().Be((1_000m, 500m));
        using var shell = one.Shell();
        shell.Value("SELECT count(*) FROM budget_adjustments").Should().Be("2000");
        new BudgetRows(shell).Broken().Should().BeEmpty();
    }
}
