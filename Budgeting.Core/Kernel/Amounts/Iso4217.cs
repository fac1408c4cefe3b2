namespace Budgeting.Core.Kernel;

/// <summary>The active national currencies of ISO 4217, with the decimals of their minor units (list one of the standard).</summary>
internal static class Iso4217
{
    private const string TwoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP " +
        "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR " +
        "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN " +
        "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD " +
        "TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    public static IEnumerable<(string Code, int MinorUnits)> Codes =>
        Of(TwoDecimals, 2).Concat(Of(NoDecimals, 0)).Concat(Of(ThreeDecimals, 3)).OrderBy(c => c.Code, StringComparer.Ordinal);

    private static IEnumerable<(string Code, int MinorUnits)> Of(string codes, int minorUnits) =>
        codes.Split(' ').Select(code => (code, minorUnits));
}
