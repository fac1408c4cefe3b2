using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.Organizations;

/// <summary>
/// Long passwords, without rules about kinds of characters (OWASP ASVS 5.0, 6.2): at least 15 characters, and none that
/// everybody tries first.
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 15;
    public const int MaxLength = 128;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512, as OWASP's password storage cheat sheet has them.</summary>
    public const int HashIterations = 210_000;

    public const string Hint = "At least 15 characters. A sentence is easy to remember.";

    private const int MinDistinct = 5;
    private const int LongestPattern = 8;
    private const int ShortestRun = 10;

    private static readonly string[] Runs =
    [
        "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "azertyuiopqsdfghjklmwxcvbn", "qwertzuiopasdfghjklyxcvbnm",
    ];

    // Those of the well-known lists of leaked passwords that are long enough to get here.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "passwordpassword", "password123456789", "password1234567", "mypasswordislong", "correcthorsebatterystaple", "letmeinletmein12",
        "iloveyouiloveyou", "administrator123", "administratoradministrator", "changemechangeme", "welcometotheparty", "thisismypassword",
        "mysecretpassword", "supersecretpassword", "trustno1trustno1", "qwerty123456789", "adminadminadmin", "footballfootball",
        "1234567890qwertyuiop", "qwertyuiop1234567890", "1q2w3e4r5t6y7u8i", "1q2w3e4r5t6y7u8i9o0p", "zaq12wsxcde34rfv", "passw0rdpassw0rd",
        "p@ssw0rdp@ssw0rd", "passwort12345678", "motdepasse123456", "defaultpassword", "testtesttesttest", "unbreakablepassword",
    };

    /// <summary>Adds what is wrong with the password to <paramref name="check"/>.</summary>
    public static void Apply(Check check, string? password, string? email, string field = "password")
    {
        var text = password ?? "";
        check.That(text.Length >= MinLength, field, $"Use at least {MinLength} characters. A sentence is easy to remember.");
        check.That(text.Length <= MaxLength, field, $"Use at most {MaxLength} characters.");
        check.That(
            text.Length is < MinLength or > MaxLength || !IsCommon(text, email),
            field,
            "This password is among the first that others would try. Choose another.");
    }

    private static bool IsCommon(string password, string? email)
    {
        var text = password.ToLowerInvariant();
        var name = email?.Split('@')[0].ToLowerInvariant();
        return Common.Contains(text) ||
            text.Distinct().Count() < MinDistinct ||
            IsRepetition(text) ||
            Runs.Any(run => ContainsRun(text, run)) ||
            (name is { Length: > 3 } && text.Replace(name, "", StringComparison.Ordinal).Length < text.Length / 2);
    }

    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, LongestPattern).Any(length => text.Skip(length).Select((c, i) => c == text[i]).All(same => same));

    private static bool ContainsRun(string text, string run) =>
        Enumerable.Range(0, run.Length - ShortestRun + 1).Any(start => text.Contains(run.Substring(start, ShortestRun), StringComparison.Ordinal));
}
