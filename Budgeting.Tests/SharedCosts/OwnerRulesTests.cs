using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What owners and properties must be like.</summary>
public sealed class OwnerRulesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Owner_CalledLikeAnotherActiveOne_IsRefused()
    {
        var (costs, ann, _) = await SceneAsync();

        await costs.Awaiting(c => c.OwnerAsync("ANN ")).ShouldConflictAsync("owner.exists");
        var other = await costs.Owners.AddAsync(new OwnerInput { Name = "Ann", Active = false }, default);
        await costs.Awaiting(c => c.Owners.UpdateAsync(other.Id, other.ToInput() with { Active = true }, null, default)).ShouldConflictAsync("owner.exists");
        await costs.Awaiting(c => c.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Name = "ann" }, null, default)).Should().NotThrowAsync("it is their own name");
        await costs.OwnerAsync("Zoë");
        await costs.Awaiting(c => c.OwnerAsync("ZOE\u0308")).ShouldConflictAsync("owner.exists");
    }

    [Fact]
    public async Task Owners_WhoWereCalledTheSameBefore_CanBeEdited()
    {
        await using var world = await TestWorld.CreateAsync();
        var costs = new TestCosts(await world.OrganizationAsync());
        var (ann, ben) = (await costs.OwnerAsync("Ann"), await costs.OwnerAsync("Ben"));
        using (var shell = world.Shell())
        {
            shell.Execute("UPDATE owners SET name = 'Ann'");
        }

        (await costs.Owners.UpdateAsync(ben.Id, ben.ToInput() with { Name = "Ann", Email = "ann@example.org" }, null, default)).Email.Should().Be("ann@example.org");
        (await costs.Owners.ListAsync(default)).Select(o => o.Id).Should().BeEquivalentTo([ann.Id, ben.Id]);
    }

    [Theory]
    [InlineData(-1, "0", "shareWeight")]
    [InlineData(1_000_001, "0", "shareWeight")]
    [InlineData(0, "0.0000001", "shareWeight")]
    public async Task Property_OfAWrongWeight_IsInvalid(int weight, string more, string field)
    {
        var (costs, ann, _) = await SceneAsync();

        await costs.Awaiting(c => c.PropertyAsync(ann, weight + decimal.Parse(more, System.Globalization.CultureInfo.InvariantCulture))).ShouldBeInvalidAsync(field);
    }

    [Fact]
    public async Task Owner_WithAWrongIban_IsInvalid()
    {
        var (costs, _, _) = await SceneAsync();

        (await costs.Owners.AddAsync(new OwnerInput { Name = "Ben", Iban = "de89 3704 0044 0532 0130 00" }, default)).Iban.Should().Be("DE89370400440532013000");
        await costs.Awaiting(c => c.Owners.AddAsync(new OwnerInput { Name = "Ben", Iban = "DE89370400440532013001" }, default)).ShouldBeInvalidAsync("iban");
    }

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> SceneAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner, await costs.MonthAsync(1));
    }
}
