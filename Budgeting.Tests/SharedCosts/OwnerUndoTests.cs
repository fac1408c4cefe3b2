using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What is written to owners and properties can be taken back, with what was shared by it, and done again.</summary>
public sealed class OwnerUndoTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly Dictionary<string, Func<FilledCosts, Task>> Writes = new(StringComparer.Ordinal)
    {
        ["owner added"] = t => t.Costs.OwnerAsync("New"),
        ["owner changed"] = t => t.Costs.Owners.UpdateAsync(t.Owner.Id, t.Owner.ToInput() with { Name = "Anna", Email = "a@example.org", Active = false }, null, default),
        ["owner deleted"] = t => t.Costs.Owners.DeleteAsync(t.SpareOwner.Id, null, default),
        ["property added"] = t => t.Costs.PropertyAsync(t.Owner, 3, "Garage"),
        ["property changed"] = t => t.Costs.Properties.UpdateAsync(t.Property.Id, t.Property.ToInput() with { Name = "Loft", ShareWeight = 7 }, null, default),
        ["property switched off"] = t => t.Costs.Properties.UpdateAsync(t.SpareProperty.Id, t.SpareProperty.ToInput() with { Active = false }, null, default),
        ["property sold"] = t => SellAsync(t, new DateOnly(2026, 2, 15)),
        ["property sold earlier than it was"] = t => SellAsync(t, new DateOnly(2026, 2, 10)),
        ["property handed over from the beginning"] = t => SellAsync(t, from: null),
    };

    private static readonly Dictionary<string, Func<FilledCosts, Task>> Preparations = new(StringComparer.Ordinal)
    {
        ["property sold earlier than it was"] = t => SellAsync(t, new DateOnly(2026, 2, 20), t.SpareProperty.OwnerId),
    };

    public static TheoryData<string> Written => new(Writes.Keys);

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Undo_PutsEverythingBack_AndRedoDoesItAgain(string write)
    {
        var things = await ThingsAsync();
        await (Preparations.GetValueOrDefault(write)?.Invoke(things) ?? Task.CompletedTask);
        var before = await StateAsync(things);
        var written = await WriteAsync(() => Writes[write](things));
        var after = await StateAsync(things);

        var undone = await WriteAsync(() => things.Costs.Actor.Undo.UndoAsync(written, default));
        (await StateAsync(things)).Should().NotBe(after).And.Be(before);

        await things.Costs.Actor.Undo.UndoAsync(undone, default);
        (await StateAsync(things)).Should().Be(after);
    }

    [Fact]
    public async Task Undo_OfADeletedProperty_BringsItsOwnersBack()
    {
        var things = await ThingsAsync();
        var garage = await things.Costs.Properties.AddAsync(new PropertyInput { Name = "Garage", OwnerId = things.Owner.Id, Active = false }, default);
        garage = await things.Costs.Properties.UpdateAsync(garage.Id, garage.ToInput() with { OwnerId = things.SpareOwner.Id, From = new DateOnly(2026, 2, 15) }, null, default);
        var before = await StateAsync(things);
        var written = await WriteAsync(() => things.Costs.Properties.DeleteAsync(garage.Id, null, default));

        await things.Costs.Actor.Undo.UndoAsync(written, default);

        (await StateAsync(things)).Should().Be(before);
    }

    [Fact]
    public async Task Restore_OfAVersion_MakesAPropertyWhoseItWasThen()
    {
        var things = await ThingsAsync();
        var (properties, first) = (things.Costs.Properties, await StateAsync(things));
        await SellAsync(things, new DateOnly(2026, 2, 10));
        await SellAsync(things, new DateOnly(2026, 2, 20), things.SpareProperty.OwnerId);
        var sold = await StateAsync(things);
        await SellAsync(things, from: null);

        (await properties.RestoreAsync(things.Property.Id, 3, null, default)).Record.Owners.Should().HaveCount(3);
        (await StateAsync(things)).Should().Be(sold);
        (await properties.RestoreAsync(things.Property.Id, 1, null, default)).Record.From.Should().BeNull();
        (await StateAsync(things)).Should().Be(first);
    }

    [Fact]
    public async Task Restore_OfADeletedProperty_BringsItsOwnersBack()
    {
        var things = await ThingsAsync();
        var garage = await things.Costs.Properties.AddAsync(
            new PropertyInput { Name = "Garage", OwnerId = things.SpareOwner.Id, Active = false, From = new DateOnly(2026, 2, 15) }, default);
        await things.Costs.Properties.DeleteAsync(garage.Id, null, default);

        var deleted = (await things.Costs.Properties.ListDeletedAsync(default)).Single();
        var restored = await things.Costs.Properties.RestoreAsync(deleted.Id, deleted.LastVersion, deleted.Version, default);

        deleted.Record.Should().Match<PropertyInput>(p => p.Name == "Garage" && !p.Active);
        restored.Record.Should().BeEquivalentTo(garage with { Version = 3 });
    }

    [Fact]
    public async Task Undo_OfAnAddition_ThatIsInUseSince_IsRefused()
    {
        var things = await ThingsAsync();
        (OwnerDto owner, PropertyDto property) = (null!, null!);
        var owners = await WriteAsync(async () => owner = await things.Costs.OwnerAsync("New"));
        var properties = await WriteAsync(async () => property = await things.Costs.PropertyAsync(owner, 1, "Garage"));
        await things.Costs.ReadingAsync(things.Open, things.Item, property, 0, 5);

        (await RefusalAsync<ConflictException>(things.Costs.Actor, owners)).Code.Should().Be("owner.in-use");
        (await RefusalAsync<ConflictException>(things.Costs.Actor, properties)).Code.Should().Be("reading.without-part");
    }

    [Fact]
    public async Task Undo_OfASale_WhoseSellerIsGone_IsRefused()
    {
        var things = await ThingsAsync();
        var seller = await things.Costs.OwnerAsync("Seller");
        var garage = await things.Costs.Properties.AddAsync(new PropertyInput { Name = "Garage", OwnerId = seller.Id, Active = false }, default);
        var written = await WriteAsync(() => things.Costs.Properties.UpdateAsync(garage.Id, garage.ToInput() with { OwnerId = things.Owner.Id }, null, default));
        await things.Costs.Periods.DeleteAsync(things.Empty.Id, null, default);
        await things.Costs.Owners.DeleteAsync(seller.Id, null, default);

        await RefusalAsync<InvalidException>(things.Costs.Actor, written);
    }

    [Fact]
    public async Task Undo_OfWhatSomebodyChangedSince_IsRefused()
    {
        var things = await ThingsAsync();
        var written = await WriteAsync(() => SellAsync(things, new DateOnly(2026, 2, 15)));
        var property = await things.Costs.Properties.GetAsync(things.Property.Id, default);
        await things.Costs.Properties.UpdateAsync(property.Id, property.ToInput() with { Name = "Loft" }, null, default);

        (await things.Costs.Actor.Undo.IsOpenAsync(written, default)).Should().BeFalse();
        await RefusalAsync<StaleException>(things.Costs.Actor, written);
    }

    [Fact]
    public async Task Undo_BySomebodyWhoIsNoAdminAnyMore_IsRefused()
    {
        var things = await ThingsAsync();
        var other = await fixture.World.MemberAsync(things.Costs.Actor, Role.Admin, "Max");
        var written = await WriteAsync(() => new TestCosts(other).PropertyAsync(things.Owner, 1, "Garage"));
        await things.Costs.Actor.Organizations.UpdateMemberAsync(other.MemberId, new MemberInput { Name = "Max", Role = Role.Member }, null, default);

        await RefusalAsync<ForbiddenException>(other, written);
    }

    [Fact]
    public async Task Undo_LeavesClosedPeriodsAsTheyAre()
    {
        var things = await ThingsAsync();
        var closed = await things.Costs.SheetAsync(things.Closed);
        var written = await WriteAsync(() => Writes["property changed"](things));

        await things.Costs.Actor.Undo.UndoAsync(written, default);

        (await things.Costs.SheetAsync(things.Closed)).Should().BeEquivalentTo(closed);
    }

    private static Task SellAsync(FilledCosts things, DateOnly? from, Guid? buyer = null) => things.Costs.Properties.UpdateAsync(
        things.Property.Id, things.Property.ToInput() with { OwnerId = buyer ?? things.SpareOwner.Id, From = from }, null, default);

    private static async Task<Guid> WriteAsync(Func<Task> write)
    {
        using var capture = WriteCapture.Open();
        await write();
        return capture.WriteId!.Value;
    }

    private static Task<TRefusal> RefusalAsync<TRefusal>(TestActor actor, Guid written)
        where TRefusal : DomainException => FluentActions.Awaiting(() => actor.Undo.UndoAsync(written, default)).ShouldRefuseAsync<TRefusal>();

    // Who there is, who owns what since when, and what is shared by it.
    private static async Task<string> StateAsync(FilledCosts things)
    {
        var owners = (await things.Costs.Owners.ListAsync(default)).Select(o => $"{o with { Version = 0 }}");
        var properties = (await things.Costs.Properties.ListAsync(default))
            .Select(p => $"{p with { Version = 0, Owners = [] }} {string.Join(", ", p.Owners)}");
        var lines = (await things.Costs.AllocationsAsync(things.Open)).Select(l => $"{l with { Id = Guid.Empty }}").Order(StringComparer.Ordinal);
        return string.Join('\n', owners.Concat(properties).Concat(lines));
    }

    // With an expense that is shared by weight, so that every change of a property shows.
    private async Task<FilledCosts> ThingsAsync()
    {
        var things = await FilledCosts.CreateAsync(await fixture.World.OrganizationAsync());
        await things.Costs.ExpenseAsync(things.Open, 100, things.SpareItem);
        return things;
    }
}
