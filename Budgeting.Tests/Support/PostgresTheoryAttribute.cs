namespace Budgeting.Tests.Support;

/// <summary>A test of what only PostgreSQL does: it is run where the suite is run on that engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = TestStore.IsPostgres ? null : "This test is of PostgreSQL: set BUDGETING_TEST_ENGINE=postgres.";
}
