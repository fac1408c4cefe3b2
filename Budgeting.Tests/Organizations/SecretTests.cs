using System.Buffers.Text;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Organizations;

public sealed class SecretTests
{
    [Fact]
    public void Create_Secret_IsPrefixedAndWellFormed()
    {
        var secret = Secret.Create();

        secret.Should().MatchRegex("^bdg_[A-Za-z0-9_-]{38}$");
        Secret.IsWellFormed(secret).Should().BeTrue();
    }

    [Fact]
    public void Create_Often_IsNeverTheSame() =>
        Enumerable.Range(0, 1000).Select(_ => Secret.Create()).Should().OnlyHaveUniqueItems();

    [Fact]
    public void IsWellFormed_AnyCharacterMistyped_IsRefused()
    {
        var secret = Secret.Create();
        var first = Secret.Prefix.Length;

        // The last character carries two bits only: those of the other four don't count.
        var mistyped = Enumerable.Range(first, secret.Length - first - 1)
            .Select(i => secret[..i] + (secret[i] == 'A' ? 'B' : 'A') + secret[(i + 1)..]);

        mistyped.Should().AllSatisfy(s => Secret.IsWellFormed(s).Should().BeFalse());
    }

    [Fact]
    public void IsWellFormed_OtherLengthOrPrefix_IsRefused()
    {
        var secret = Secret.Create();
        string?[] wrong = [null, "", "bdg_", secret[..^1], secret + "A", secret + " ", " " + secret, secret[4..], "BDG_" + secret[4..], "bdg_" + new string(' ', 38), "bdg_" + new string('!', 38), "bdg_" + new string('ä', 38)];

        wrong.Should().AllSatisfy(s => Secret.IsWellFormed(s).Should().BeFalse());
    }

    [Fact]
    public void Secret_HasAtLeast128RandomBits() =>
        (Base64Url.DecodeFromChars(Secret.Create().AsSpan(Secret.Prefix.Length)).Length - 4).Should().BeGreaterOrEqualTo(16);

    [Fact]
    public void HashOf_Secret_IsSha256OfItsText()
    {
        var secret = Secret.Create();

        Secret.HashOf(secret).Should().HaveCount(32).And.Equal(Secret.HashOf(secret)).And.NotEqual(Secret.HashOf(Secret.Create()));
    }
}
