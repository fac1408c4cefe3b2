using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Tests.Kernel.Changes;

public sealed class TopicTests
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Two = Guid.NewGuid();

    public static TheoryData<Topic, Topic, bool> Pairs => new()
    {
        { new Topic("gifts"), new Topic("gifts"), true },
        { new Topic("gifts"), new Topic("gifts", One), true },
        { new Topic("gifts", One), new Topic("gifts", One), true },
        { new Topic("gifts", One), new Topic("gifts"), true },
        { new Topic("gifts", One), new Topic("gifts", Two), false },
        { new Topic("gifts"), new Topic("people"), false },
        { new Topic("gifts", One), new Topic("people", One), false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Covers_WatchedAndChanged(Topic watched, Topic changed, bool covers) => watched.Covers(changed).Should().Be(covers);

    [Fact]
    public void ToString_NamesKindAndId()
    {
        new Topic("gifts").ToString().Should().Be("gifts");
        new Topic("gifts", One).ToString().Should().Be($"gifts/{One}");
    }
}
