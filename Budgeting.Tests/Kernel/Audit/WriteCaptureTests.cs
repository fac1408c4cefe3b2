using Budgeting.Core.Kernel.Audit;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Kernel.Audit;

public sealed class WriteCaptureTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Captures_ThatRunBesideEachOther_HearOfTheirOwnWritesAlone()
    {
        var ada = await fixture.World.OrganizationAsync();

        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AddAsync(ada, $"Person {i}")));

        written.Should().OnlyHaveUniqueItems().And.NotContainNulls();
        foreach (var write in written)
        {
            await using var db = fixture.World.Db(ada.OrganizationId);
            db.AuditEntries.Count(e => e.Id == WriteId.EntryId(write!.Value, 1)).Should().Be(1);
        }
    }

    [Fact]
    public async Task Capture_OfAChangeOfNothingOrAfterItsEnd_HasNoWrite()
    {
        var ada = await fixture.World.OrganizationAsync();
        var person = await ada.PersonAsync();
        using var outer = WriteCapture.Open();
        var inner = WriteCapture.Open();

        await ada.People.UpdateAsync(person.Id, new() { Name = person.Name }, null, default);
        inner.Dispose();
        inner.WriteId.Should().BeNull();
        await ada.PersonAsync("Grandpa");

        (inner.WriteId, outer.WriteId is null).Should().Be((null, false));
    }

    [Fact]
    public void WriteId_OfItsEntries_IsTheOneTheyShare()
    {
        var write = WriteId.New(DateTimeOffset.UnixEpoch);

        WriteId.Of(WriteId.EntryId(write, 1)).Should().Be(write);
        WriteId.Of(WriteId.EntryId(write, uint.MaxValue)).Should().Be(write);
        WriteId.EntryId(write, 256).CompareTo(WriteId.EntryId(write, 255)).Should().BePositive();
    }

    private static async Task<Guid?> AddAsync(TestActor ada, string name)
    {
        using var capture = WriteCapture.Open();
        await ada.PersonAsync(name);
        return capture.WriteId;
    }
}
