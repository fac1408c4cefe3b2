using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Api;

/// <summary>
/// Two organizations in which the same happens, except that in one of them surprises are planned for a member, changed and given
/// up: whatever this member can read and is answered is the same in both, to the letter.
/// </summary>
public sealed class SurpriseLeakTests(SurpriseLeakTests.ClockedServer clocked) : IClassFixture<SurpriseLeakTests.ClockedServer>
{
    private const int Steps = 24;

    [Theory]
    [InlineData(1, Role.Member)]
    [InlineData(2, Role.Admin)]
    [InlineData(3, Role.Member)]
    [InlineData(4, Role.Admin)]
    public async Task WhatAMemberReads_IsTheSameWithAndWithoutSurprisesForThem(int seed, Role role)
    {
        var (clock, server) = (clocked.Clock, clocked.Server);
        using var client = server.Client();
        var operations = (await ApiDocument.ReadAsync(client)).Operations.Where(o => !o.IsUnsafe).Select(o => o.Path).ToList();
        var begin = clock.GetUtcNow();
        using var with = await SurpriseWorld.CreateAsync(server, clock, role);
        clock.Advance(begin - clock.GetUtcNow());
        using var without = await SurpriseWorld.CreateAsync(server, clock, role);
        var (choices, secrets) = (new Random(seed), new Random(seed + 1000));
        var answers = new Answers($"Surprises {seed}");

        for (var step = 0; step < Steps; step++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            for (var i = secrets.Next(3); i > 0; i--)
            {
                await with.HideAsync(secrets);
                clock.Advance(TimeSpan.FromMilliseconds(1));
            }

            clock.Advance(TimeSpan.FromSeconds(1));
            var next = choices.Next();
            (await with.ActAsync(new Random(next))).Should().Be(await without.ActAsync(new Random(next)));
            if (step % 3 == 2)
            {
                var (theirs, ours) = (await with.ReadAsync(operations), await without.ReadAsync(operations));
                theirs.Zip(ours).Select(FirstDifference).Should().OnlyContain(difference => difference == null);
                theirs.Should().HaveSameCount(ours);
                answers.Add(theirs);
            }
        }

        await answers.CompareAsync();
    }

    // Whole pages side by side would show nothing to anybody.
    private static string? FirstDifference((string Theirs, string Ours) read)
    {
        var (theirs, ours) = read;
        var at = theirs.Zip(ours).TakeWhile(c => c.First == c.Second).Count();
        return theirs == ours ? null : $"{theirs[..Math.Min(at, 80)]} … “{Around(theirs, at)}” rather than “{Around(ours, at)}”";
    }

    private static string Around(string text, int at) => text.Substring(Math.Max(0, at - 60), Math.Min(200, text.Length - Math.Max(0, at - 60)));

    /// <summary>A server whose time the test sets.</summary>
    public sealed class ClockedServer : IAsyncLifetime
    {
        public TestClock Clock { get; } = new();

        public TestServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await TestServer.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Configuration["RateLimits:Api:Burst"] = "1000000";
        });

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
