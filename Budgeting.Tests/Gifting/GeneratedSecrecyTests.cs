using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>
/// What a viewer is answered is a function of the rows that they see and of the writes to those rows. So two boards that differ in gifts
/// for Max alone, and in whatever is done to those, answer him the same: places, versions, histories, pages and refusals.
/// </summary>
public sealed class GeneratedSecrecyTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const int Steps = 30;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task WhatMaxIsTold_IsTheSameWithAndWithoutGiftsForHim(int seed)
    {
        var (with, without) = (await SecretBoard.CreateAsync(fixture.World), await SecretBoard.CreateAsync(fixture.World));
        var (choices, secrets) = (new Random(seed), new Random(seed + 1000));
        var answers = new Answers($"Secrecy {seed}");
        for (var step = 0; step < Steps; step++)
        {
            for (var i = secrets.Next(3); i > 0; i--)
            {
                fixture.World.Clock.Tick();
                await with.HideAsync(secrets);
            }

            fixture.World.Clock.Tick();
            var because = $"of step {step} with the seed {seed}";
            var (theirs, ours) = await ActAsync(with, without, choices.Next(), secrets);
            theirs.Should().Be(ours, because);
            if (step % 3 == 2)
            {
                var (read, same) = (await with.ReadAsync(), await without.ReadAsync());
                read.Zip(same).Where(r => r.First != r.Second).Take(1).Should().BeEmpty(because);
                read.Should().HaveSameCount(same, because);
                answers.Add([theirs, .. read]);
            }
        }

        await answers.CompareAsync();
    }

    // What is done with a gift for Max as he would see it, or the same in both.
    private static async Task<(string With, string Without)> ActAsync(SecretBoard with, SecretBoard without, int choice, Random secrets)
    {
        var kind = secrets.Next(8);
        if (kind == 0 && await with.DropBehindASecretAsync(secrets) is var (gift, behind, status, said))
        {
            return (said, await without.DropAsync(gift, behind, status));
        }

        if (kind == 1 && await with.GiveAwayAsync(secrets) is var (given, told))
        {
            return (told, await without.AddAsync(given));
        }

        if (kind == 2 && with.Seen > 0)
        {
            var kept = secrets.Next(with.Seen);
            return (await with.KeepAsync(kept), await without.DeleteAsync(kept));
        }

        // What is refused because of a secret isn't a write.
        if (kind == 3 && with.Ended > 0 && await with.BringBackAsync() is var back && back.StartsWith("done", StringComparison.Ordinal))
        {
            return (back, await without.BringBackAsync());
        }

        return (await with.ActAsync(new Random(choice)), await without.ActAsync(new Random(choice)));
    }
}
