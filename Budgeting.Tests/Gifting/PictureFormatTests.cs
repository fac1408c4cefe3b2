using System.Text;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class PictureFormatTests
{
    [Theory]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "image/jpeg")]
    [InlineData("\u0089PNG\r\n\u001A\n", "image/png")]
    [InlineData("GIF87a", "image/gif")]
    [InlineData("GIF89a", "image/gif")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", "image/webp")]
    [InlineData("\0\0\0\u001Cftypavif\0\0\0\0mif1avif", "image/avif")]
    [InlineData("\0\0\0\u001Cftypmif1\0\0\0\0miafavif", "image/avif")]
    [InlineData("\0\0\0\u0014ftypmif1\0\0\0\0miafavif", null)]
    [InlineData("\0\0\0\u001Cftypisom\0\0\0\0mp41avc1", null)]
    [InlineData("\u00FF\u00D8", null)]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", null)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", null)]
    [InlineData("<html>GIF89a</html>", null)]
    [InlineData("", null)]
    public void Of_TheFirstBytes_TellsTheKind(string bytes, string? expected) =>
        PictureFormat.Of(Encoding.Latin1.GetBytes(bytes)).Should().Be(expected);

    [Fact]
    public void Of_WhatIsCutOffAnywhere_IsAnsweredWithoutHarm()
    {
        var avif = Encoding.Latin1.GetBytes("\u00FF\u00FF\u00FF\u00FFftypmif1\0\0\0\0miafmiaf");

        for (var length = 0; length <= avif.Length; length++)
        {
            PictureFormat.Of(avif.AsSpan(0, length)).Should().BeNull();
        }
    }

    [Fact]
    public void Input_OfMoreThanAMebibyte_IsRefused()
    {
        var largest = TestPictures.Gif.Concat(new byte[PictureInput.MaxBytes]).Take(PictureInput.MaxBytes).ToArray();

        PictureInput.Of(largest).ContentType.Should().Be("image/gif");
        FluentActions.Invoking(() => PictureInput.Of([.. largest, 0])).Should().Throw<InvalidException>().WithMessage("Choose a picture of at most 1 MiB.");
    }
}
