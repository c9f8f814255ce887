using System;
using System.Linq;
using CloudflareCni.Loa;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Loa;

public class LoaManifestTests
{
    private const string Header = "\"Interconnect\",\"Facility\",\"Address\",\"SlotId\",\"File\",\"Sha256\",\"SavedAt\"\r\n";
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly DateTimeOffset SavedAt = new(2026, 11, 25, 14, 30, 5, TimeSpan.FromHours(1));

    [Fact]
    public void A_new_manifest_has_a_header_and_the_row() => Assert.Equal(
        Header + $"\"fra03-fr5-3\",\"Equinix FR5\",\"Kleyerstrasse 90, 60326 Frankfurt\",\"3f0c2a5e-0000-4000-8000-000000000001\",\"fra03-fr5-3.pdf\",\"{Hash}\",\"2026-11-25T14:30:05+01:00\"\r\n",
        new LoaManifest("").Add(Row()));

    [Fact]
    public void A_row_is_added_after_the_existing_text()
    {
        string first = new LoaManifest("").Add(Row())!;

        string? both = new LoaManifest(first).Add(Row("lhr09-1"));

        Assert.StartsWith(first + "\"lhr09-1\",", both, StringComparison.Ordinal);
        Assert.Equal(3, CsvText.Read(both!, ',').Count);
    }

    [Theory]
    [InlineData("fra03-fr5-3", Hash, false)]
    [InlineData("fra03-fr5-4", Hash, true)]
    [InlineData("fra03-fr5-3", "0000", true)]
    public void A_letter_is_listed_once(string interconnect, string hash, bool isAdded)
    {
        string first = new LoaManifest("").Add(Row())!;
        Assert.Equal(isAdded, new LoaManifest(first).Add(Row(interconnect, hash.ToUpperInvariant())) is not null);
    }

    [Fact]
    public void A_manifest_that_a_spreadsheet_saved_keeps_its_format_and_columns()
    {
        const string Text = "Ordered;interconnect;Sha256\nyes;lhr09-1;ABCD";

        string? text = new LoaManifest(Text).Add(Row());

        Assert.Equal($"{Text}\n\"\";\"fra03-fr5-3\";\"{Hash}\"\n", text);
        Assert.Null(new LoaManifest(text!).Add(Row("lhr09-1", "abcd")));
    }

    [Theory]
    [InlineData("Name,Path\r\n1,2\r\n")]
    [InlineData("%PDF-1.4")]
    [InlineData("\"")]
    public void Another_file_is_not_a_manifest(string text) =>
        Assert.Contains("Interconnect", Assert.Throws<FormatException>(() => new LoaManifest(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a; \"=1", "a;' \"=1")]
    [InlineData("a=1", "a=1")]
    public void A_name_never_becomes_a_formula_and_is_listed_once(string name, string shown)
    {
        string text = new LoaManifest("").Add(Row(name))!;
        Assert.Equal(shown, CsvText.Read(text, ',')[1][0]);
        Assert.Null(new LoaManifest(text).Add(Row(name)));
    }

    [Fact]
    public void Any_name_is_one_value_of_one_line_whatever_delimiter_the_reader_expects() => Name.Select(Name).Sample((name, facility) =>
    {
        string text = new LoaManifest("").Add(Row(name, facility: facility))!;
        Assert.Equal(3, text.Split('\n').Length);
        var row = CsvText.Read(text, ',')[1];
        Assert.Equal(LoaManifestRow.Columns.Count, row.Count);
        Assert.Equal(CsvText.Defuse(DisplayText.Escape(name)), row[0]);
        Assert.All(",;\t", delimiter => Assert.DoesNotContain(
            CsvText.Read(text, delimiter).SelectMany(values => values),
            value => value.Trim().Trim('"') is { Length: > 0 } start && "=+-@".Contains(start[0], StringComparison.Ordinal)));
    });

    private static readonly Gen<string> Name = Gen.OneOf(Gen.String[0, 8], Gen.Char["=+-@;,\t\"' \n\rab"].Array[0, 12].Select(characters => new string(characters)));

    private static LoaManifestRow Row(string name = "fra03-fr5-3", string hash = Hash, string facility = "Equinix FR5") => new(
        new CniInterconnect(
            name, "acc", "direct", "FRA03", new CniFacility(facility, ["Kleyerstrasse 90", "60326 Frankfurt"]), new Guid("3f0c2a5e-0000-4000-8000-000000000001")),
        $"{(name == "fra03-fr5-3" ? name : "other")}.pdf",
        hash,
        SavedAt);
}
