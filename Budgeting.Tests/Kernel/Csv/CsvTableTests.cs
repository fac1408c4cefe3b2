using System.Text;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Kernel.Csv;

public sealed class CsvTableTests
{
    private static readonly CsvColumns Columns = new(["name", "price", "day"], Required: ["name"], Informative: ["total"]);
    private static readonly Currency Dollar = Currency.Of("USD");

    private static readonly Gen<string> Nasty = Gen.Choose(1, 8).SelectMany(length => Gen.ArrayOf(
        Gen.OneOf(Gen.Elements('=', '+', '-', '@', '\'', '"', ',', ';', '\t', '\r', '\n', ' ', 'a', 'é', 'א', '\u202E', '＝'), Gen.Choose(1, 0xD7FF).Select(c => (char)c)),
        length)).Select(c => new string(c));

    [Fact]
    public void Text_AnyText_ComesBackAsItWas() => Prop.ForAll(Nasty.ToArbitrary(), text =>
    {
        var file = CsvFile.Write("x", ["name"], [[text + "."], ["." + text], [text]]);
        var table = CsvTable.Read(file.Bytes, Columns);

        table.Rows.Take(2).Select(r => r.Text("name")).Should().Equal(text + ".", "." + text);
        table.Rows.Skip(2).Select(r => r.Text("name")).Should().Equal(CsvText.Defuse(text).All(char.IsWhiteSpace) ? [] : [text], "a blank line is none");
        table.ThrowIfAny();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("'", "'")]
    [InlineData("1=1", "1=1")]
    [InlineData("＠x", "'＠x")]
    public void Text_ThatBeginsAFormula_IsKeptFromBeingOne(string text, string cell)
    {
        CsvText.Defuse(text).Should().Be(cell);
        CsvText.Restore(cell).Should().Be(text);
    }

    [Fact]
    public void Number_IsNotDefusedAndKeepsItsSign()
    {
        var file = CsvFile.Write("x", ["name", "price", "day"], [["a", CsvFile.Amount(-5.5m, Dollar), new DateOnly(2026, 12, 24)]]);

        Encoding.UTF8.GetString(file.Bytes).Should().Be("\uFEFFname,price,day\r\na,-5.50,2026-12-24\r\n");
        var row = CsvTable.Read(file.Bytes, Columns).Rows.Single();
        (row.Amount("price", Dollar), row.Date("day")).Should().Be((-5.5m, new DateOnly(2026, 12, 24)));
    }

    [Theory]
    [InlineData("sep=;\r\nname;price,day\r\na;1", ';', 3)]
    [InlineData("SEP=,\nname,price\na,1", ',', 3)]
    [InlineData("sep=\t\n\nname\tprice\na\t1", '\t', 4)]
    [InlineData("\n  \r\nname;price\na;1", ';', 4)]
    [InlineData(";;\nname;price\na;1", ';', 3)]
    [InlineData("name,sep=\na,1", ',', 2)]
    public void Header_BehindBlankLinesOrOneThatNamesTheSeparator_IsFound(string text, char delimiter, int line)
    {
        var table = CsvTable.Read(Encoding.UTF8.GetBytes(text), Columns);

        table.Delimiter.Should().Be(delimiter);
        (table.Rows.Single().Line, table.Rows.Single().Text("name")).Should().Be((line, "a"));
    }

    [Fact]
    public void Key_OfTextsThatLookTheSame_IsOne()
    {
        ImportKey.Of(["Caf\u00E9 cup"], 1).Should().Be(ImportKey.Of(["Cafe\u0301\u2003cup"], 1)).And.NotBe(ImportKey.Of(["Cafe cup"], 1));
        ImportKey.Of(["Book", null, 12.5m], 1).Should().Be(new Guid("3497bb5c-4142-3fb1-942f-99d445fdbaf6"), "keys that are stored stay");
        ImportKey.Of(["a\uFFFEb"], 1).Should().NotBe(Guid.Empty);
    }

    [Theory]
    [InlineData(",", "1234.5", "1234.5")]
    [InlineData(",", "\"1,234.50\"", "1234.5")]
    [InlineData(",", "\"12,50\"", "12.5")]
    [InlineData(",", "$12.50", "12.5")]
    [InlineData(";", "12,50", "12.5")]
    [InlineData(";", "12.50", "12.5")]
    [InlineData(";", "1.234,56", "1234.56")]
    [InlineData(";", "1 234,56 USD", "1234.56")]
    [InlineData("\t", "-12,5", "-12.5")]
    [InlineData(";", "0,1250", "0.125")]
    public void Amount_AsSpreadsheetsWriteIt_IsRead(string delimiter, string cell, string amount) =>
        Read($"name{delimiter}price\na{delimiter}{cell}").Rows.Single().Amount("price", Dollar).Should().Be(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Number_WithThreeDecimals_IsRead_AsItIsWrittenHere() =>
        Read("name,price\na,1.234").Rows.Single().Number("price", Dollar).Should().Be(1.234m);

    [Theory]
    [InlineData(",", "\"1,234\"", "two ways")]
    [InlineData(",", "1.234", "“1.234” can be read in two ways: write 1234 or 1.23.")]
    [InlineData(";", "1,234", "“1,234” can be read in two ways: write 1234 or 1,23.")]
    [InlineData(";", "1.234", "two ways")]
    [InlineData(";", "0,125", "two ways")]
    [InlineData(";", "$ 1.234", "write 1234 or 1.23")]
    [InlineData(",", "ten", "Write a number")]
    [InlineData(",", "1E5", "Write a number")]
    [InlineData(",", "\"1,23,4\"", "Write a number")]
    public void Amount_ThatCannotBeTold_IsRefusedByLineAndColumn(string delimiter, string cell, string error)
    {
        var table = Read($"name{delimiter}price\n\nok{delimiter}1\na{delimiter}{cell}");
        _ = table.Rows.Select(r => r.Amount("price", Dollar)).ToList();

        Refusal(table.ThrowIfAny).Errors.Should().ContainSingle(e => e.Key == "line 4, price").Which.Value.Single().Should().Contain(error);
    }

    [Fact]
    public void Line_BehindACellOfSeveralLines_IsCountedInTheFile()
    {
        var table = Read("name,price\n\"a\nb\r\nc\",1\n\nd,x");

        table.Rows.Select(r => r.Line).Should().Equal(2, 6);
    }

    [Fact]
    public void Header_InAnyCaseAndOrder_IsFoundAndTheUnknownIsNamed()
    {
        var table = Read("Colour;PRICE; Name ;Total;;" + new string('x', 80) + "\nred;5;Book;5;;");

        table.Rows.Single().Text("name").Should().Be("Book");
        table.Ignored.Should().Equal("Colour", new string('x', 60) + "…");
    }

    [Theory]
    [InlineData("", "The file is empty. Its first line must name the columns.")]
    [InlineData("price\n5", "There is no column “name”. The first line must name the columns.")]
    [InlineData("name,Name\na,b", "The column “name” is there twice.")]
    public void File_WithoutItsColumns_IsRefused(string text, string error) =>
        Refusal(() => Read(text)).Errors["file"].Should().Equal(error);

    [Theory]
    [InlineData("name,price\nBook, red,5", "line 2", "more cells")]
    [InlineData("name,price\n5\" pipe,5", "line 2", "quotation mark")]
    [InlineData("name,price\na,1\n\"b,2\nc,3\n", "line 3", "quotation mark")]
    [InlineData("name,price\n\"a\"b,1", "line 2", "quotation mark")]
    public void Line_WhoseCellsCannotBeTold_IsRefused(string text, string place, string error) =>
        Refusal(Read(text).ThrowIfAny).Errors.Should().ContainSingle(e => e.Key == place).Which.Value.Single().Should().Contain(error);

    [Fact]
    public void File_InAnotherEncoding_IsRefused()
    {
        var text = "name\nZoë";

        Refusal(() => CsvTable.Read(Encoding.Latin1.GetBytes(text), Columns)).Message.Should().Contain("CSV UTF-8");
        Refusal(() => CsvTable.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], Columns)).Message.Should().Contain("CSV UTF-8");
        CsvTable.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], Columns).Rows.Single().Text("name").Should().Be("Zoë");
    }

    [Fact]
    public void File_ThatIsTooLong_IsRefused()
    {
        static string Lines(int count) => "name\n" + string.Concat(Enumerable.Repeat("a\n", count));

        Read(Lines(CsvTable.MaxRows)).Rows.Should().HaveCount(CsvTable.MaxRows);
        Refusal(() => Read(Lines(CsvTable.MaxRows + 1))).Message.Should().Contain("more than 5,000 lines");
        Refusal(() => CsvTable.Read(new byte[CsvTable.MaxBytes + 1], Columns)).Message.Should().Contain("larger than 1 MB");
    }

    [Fact]
    public void Errors_BeyondAHundred_AreCounted()
    {
        var table = Read("name,price\n" + string.Concat(Enumerable.Repeat("a,x\n", 150)));
        _ = table.Rows.Select(r => r.Amount("price", Dollar)).ToList();

        var refusal = Refusal(table.ThrowIfAny);

        (refusal.Code, refusal.Errors.Count).Should().Be(("import.invalid", 100));
        refusal.Message.Should().Be("150 lines need a correction; nothing was imported. The first 100 mistakes are named.");
    }

    [Theory]
    [InlineData("Christmas 2026", "Christmas 2026.csv")]
    [InlineData("../../etc/passwd", "etcpasswd.csv")]
    [InlineData("a\"b\r\nc:d\u202Ecsv.exe.", "abcdcsv.exe.csv")]
    [InlineData("Ostern 🐣", "Ostern 🐣.csv")]
    [InlineData("///", "export.csv")]
    public void Name_OfAFile_IsSafe(string name, string file) => CsvFile.Write(name, ["a"], []).Name.Should().Be(file);

    [Fact]
    public void Key_OfTheSameValues_IsTheSameAndOfOthersIsNot()
    {
        var key = ImportKey.Of(["a", 1.50m, null], occurrence: 1);

        ImportKey.Of(["a", 1.5m, null], 1).Should().Be(key);
        new[] { ImportKey.Of(["a", 1.5m, null], 2), ImportKey.Of(["a", 1.5m, ""], 1), ImportKey.Of(["a1.5", null, null], 1) }.Should().NotContain(key);
    }

    private static CsvTable Read(string text) => CsvTable.Read(Encoding.UTF8.GetBytes(text), Columns);

    private static InvalidException Refusal(Action act) => act.Should().Throw<InvalidException>().Which;
}
