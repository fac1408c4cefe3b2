using Budgeting.Tests.Support;
using Budgeting.Web.LinkPreviews;
using Microsoft.Extensions.Options;

namespace Budgeting.Tests.LinkPreviews;

public sealed class LinkPreviewLimitsTests
{
    [Fact]
    public async Task Wait_WhereAsManyReadAsMay_LastsUntilOneHasDone()
    {
        using var limits = new LinkPreviewLimits(Options.Create(new LinkPreviewOptions { AtOnce = 1 }));
        var first = await limits.WaitAsync(default);

        var second = limits.WaitAsync(default);
        second.IsCompleted.Should().BeFalse();
        first.Dispose();

        (await second.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }

    [Fact]
    public async Task Wait_WhereTooManyWait_IsRefused()
    {
        using var limits = new LinkPreviewLimits(Options.Create(new LinkPreviewOptions { AtOnce = 1 }));
        using var first = await limits.WaitAsync(default);
        var waiting = Enumerable.Range(0, 5).Select(_ => limits.WaitAsync(default)).ToList();

        var refused = await FluentActions.Awaiting(() => limits.WaitAsync(default)).ShouldRefuseAsync<LinkPreviewException>();

        refused.Code.Should().Be("link.too-many");
        waiting.Should().OnlyContain(w => !w.IsCompleted);
    }
}
