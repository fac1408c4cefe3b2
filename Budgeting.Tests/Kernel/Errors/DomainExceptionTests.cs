using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Tests.Kernel.Errors;

public sealed class DomainExceptionTests
{
    public static TheoryData<DomainException, string, string> Kinds => new()
    {
        { new NotFoundException("gift"), "not-found", "There is no such gift, or it was deleted." },
        { new InvalidException("name", "Enter a name."), "invalid", "Enter a name." },
        { new ConflictException("setup.done", "Sign in."), "setup.done", "Sign in." },
        { new StaleException("gift", "Max"), "stale", "This gift was changed by Max meanwhile. Look at what is there now, then change it again." },
        { new StaleException("gift", null), "stale", "This gift was changed by somebody meanwhile. Look at what is there now, then change it again." },
        { new ForbiddenException("No."), "forbidden", "No." },
        { new UnauthenticatedException(), "unauthenticated", "Sign in first." },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_HasItsCodeAndAWholeSentence(DomainException error, string code, string message) =>
        (error.Code, error.Message).Should().Be((code, message));
}
