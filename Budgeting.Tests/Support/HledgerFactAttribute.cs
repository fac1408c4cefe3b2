namespace Budgeting.Tests.Support;

/// <summary>A test that asks hledger, which is got by apt where it isn't installed; where it can't be, the test says so and is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HledgerFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Found = new(Find);

    public HledgerFactAttribute() => Skip = Found.Value is null ? "This test asks hledger: install it (on Debian: apt-get install hledger)." : null;

    public static string Program => Found.Value!;

    private static string? Find()
    {
        if (Apt.OnPath("hledger", "hledger.exe") is { } installed)
        {
            return installed;
        }

        Console.Error.WriteLine("No hledger found: trying Debian's …");
        Apt.Install("hledger");
        return Apt.OnPath("hledger");
    }
}
