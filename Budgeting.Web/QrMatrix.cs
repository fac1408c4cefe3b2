using System.Collections;
using QRCoder;

namespace Budgeting.Web;

/// <summary>A code to be scanned, on screen and on paper.</summary>
internal static class QrMatrix
{
    /// <summary>Its squares, row by row, the margin of four included; <c>true</c> is dark.</summary>
    public static IReadOnlyList<BitArray> Of(string value)
    {
        using var data = QRCodeGenerator.GenerateQrCode(value, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        return data.ModuleMatrix;
    }
}
