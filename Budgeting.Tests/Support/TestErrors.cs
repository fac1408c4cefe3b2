using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Tests.Support;

/// <summary>What a service refuses with.</summary>
public static class TestErrors
{
    /// <summary>The refusal must be of this kind.</summary>
    public static async Task<T> ShouldRefuseAsync<T>(this Func<Task> act)
        where T : DomainException => (await act.Should().ThrowAsync<T>()).Which;

    /// <summary>The refusal must be a conflict with this code.</summary>
    public static async Task ShouldConflictAsync(this Func<Task> act, string code) =>
        (await act.ShouldRefuseAsync<ConflictException>()).Code.Should().Be(code);

    /// <summary>The refusal must name these fields and no others.</summary>
    public static async Task ShouldBeInvalidAsync(this Func<Task> act, params string[] fields) =>
        (await act.ShouldRefuseAsync<InvalidException>()).Errors.Keys.Should().BeEquivalentTo(fields);
}
