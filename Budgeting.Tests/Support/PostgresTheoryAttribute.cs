namespace Budgeting.Tests.Support;

/// <summary>A test of what only PostgreSQL does: it is run where the suite is run on that engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    /// <summary>Why it is left out, where it is.</summary>
    public static readonly string? Unless = TestStore.IsPostgres ? null : "This test is of PostgreSQL: set BUDGETING_TEST_ENGINE=postgres.";

    public PostgresTheoryAttribute() => Skip = Unless;
}
