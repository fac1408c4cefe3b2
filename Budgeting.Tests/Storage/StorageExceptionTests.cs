using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Tests.Storage;

[Trait(TestStore.Engine, TestStore.Sqlite)]
public sealed class StorageExceptionTests
{
    [Theory]
    [InlineData(13, "storage.full")]
    [InlineData(10, "storage.failed")]
    [InlineData(8, "storage.failed")]
    [InlineData(5, "storage.busy")]
    public void Unavailable_ErrorOfTheDisk_HasItsCode(int engineCode, string code)
    {
        var exception = new DbUpdateException("Not saved.", new SqliteException("No.", engineCode));

        StorageException.IsUnavailable(exception).Should().BeTrue();
        StorageException.Unavailable(exception).Code.Should().Be(code);
    }

    [Fact]
    public void IsUnavailable_BrokenConstraint_IsNot() =>
        StorageException.IsUnavailable(new DbUpdateException("Not saved.", new SqliteException("No.", 19))).Should().BeFalse();
}
