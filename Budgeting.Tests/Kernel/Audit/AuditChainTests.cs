using System.Reflection;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Tests.Kernel.Audit;

public sealed class AuditChainTests
{
    private static readonly Guid Organization = Guid.NewGuid();
    private readonly List<AuditEntry> _chain = ChainOf(5);

    public static TheoryData<string> Fields => new(typeof(AuditEntry).GetProperties().Select(p => p.Name));

    [Fact]
    public void FirstBroken_WholeChain_IsNone() => AuditChain.FirstBroken(_chain).Should().BeNull();

    [Fact]
    public void FirstBroken_NoEntries_IsNone() => AuditChain.FirstBroken([]).Should().BeNull();

    [Theory]
    [MemberData(nameof(Fields))]
    public void FirstBroken_AnyFieldTampered_IsThatEntry(string field)
    {
        var property = typeof(AuditEntry).GetProperty(field)!;

        property.SetValue(_chain[2], AnotherValue(property, property.GetValue(_chain[2])));

        AuditChain.FirstBroken(_chain).Should().BeSameAs(_chain[2]);
    }

    [Theory]
    [InlineData(nameof(AuditEntry.Before))]
    [InlineData(nameof(AuditEntry.MemberId))]
    [InlineData(nameof(AuditEntry.TopicId))]
    [InlineData(nameof(AuditEntry.TraceId))]
    public void FirstBroken_FieldEmptied_IsThatEntry(string field)
    {
        typeof(AuditEntry).GetProperty(field)!.SetValue(_chain[3], null);

        AuditChain.FirstBroken(_chain).Should().BeSameAs(_chain[3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void FirstBroken_EntryMissing_IsTheOneAfter(int missing)
    {
        var after = _chain[missing + 1];

        _chain.RemoveAt(missing);

        AuditChain.FirstBroken(_chain).Should().BeSameAs(after);
    }

    [Fact]
    public void FirstBroken_TwoSwapped_IsTheFirstOfThem()
    {
        (_chain[1], _chain[2]) = (_chain[2], _chain[1]);

        AuditChain.FirstBroken(_chain).Should().BeSameAs(_chain[1]);
    }

    [Fact]
    public void FirstBroken_SealedEntryPutIn_IsFound()
    {
        var inserted = EntryOf(sequence: 3, _chain[1].Hash);

        _chain.Insert(2, inserted);

        AuditChain.FirstBroken(_chain).Should().BeSameAs(_chain[3]);
    }

    [Fact]
    public void FirstBroken_ResealedEntry_IsTheOneAfter()
    {
        var forged = EntryOf(sequence: 3, _chain[1].Hash);

        _chain[2] = forged;

        AuditChain.FirstBroken(_chain).Should().BeSameAs(_chain[3]);
    }

    [Fact]
    public void HashOf_TextMovedToTheNextField_IsAnother()
    {
        var one = EntryOf(1, AuditChain.Start, before: "ab", after: "c");
        var other = EntryOf(1, AuditChain.Start, before: "a", after: "bc", id: one.Id, entityId: one.EntityId);

        AuditChain.HashOf(one).Should().NotEqual(AuditChain.HashOf(other));
    }

    [Fact]
    public void HashOf_EmptyAndMissing_Differ()
    {
        var one = EntryOf(1, AuditChain.Start, before: "");
        var other = EntryOf(1, AuditChain.Start, before: null, id: one.Id, entityId: one.EntityId);

        AuditChain.HashOf(one).Should().NotEqual(AuditChain.HashOf(other));
    }

    private static List<AuditEntry> ChainOf(int length)
    {
        var chain = new List<AuditEntry>();
        for (var i = 1; i <= length; i++)
        {
            chain.Add(EntryOf(i, chain.LastOrDefault()?.Hash ?? AuditChain.Start));
        }

        return chain;
    }

    private static AuditEntry EntryOf(
        long sequence, byte[] previous, string? before = """{"price":1}""", string? after = """{"price":2}""", Guid? id = null, Guid? entityId = null)
    {
        var entry = new AuditEntry
        {
            Id = id ?? Guid.NewGuid(),
            OrganizationId = Organization,
            Sequence = sequence,
            At = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
            MemberId = Organization,
            TokenId = null,
            Entity = "Gift",
            EntityId = entityId ?? Guid.NewGuid(),
            Action = AuditAction.Changed,
            Before = before,
            After = after,
            TopicName = "occasions",
            TopicId = Organization,
            TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
            PreviousHash = previous,
        };
        entry.Hash = AuditChain.HashOf(entry);
        return entry;
    }

    private static object AnotherValue(PropertyInfo property, object? value) => value switch
    {
        long number => number + 1,
        string text => text + " ",
        DateTimeOffset at => at.AddMilliseconds(1),
        AuditAction => AuditAction.Deleted,
        byte[] bytes => bytes.Select(b => (byte)(b ^ 1)).ToArray(),
        Guid or null when property.PropertyType != typeof(string) => Guid.NewGuid(),
        _ => throw new InvalidOperationException($"Say how {property.Name} could be tampered with."),
    };
}
