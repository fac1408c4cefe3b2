namespace Budgeting.Tests.Support;

/// <inheritdoc cref="PostgresTheoryAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresTheoryAttribute.Unless;
}
