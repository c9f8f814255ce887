using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using CloudflareCni.Sandbox;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed partial class LoaTests
{
    [Fact]
    public async Task The_letter_contains_what_a_data_center_needs()
    {
        using var client = new SandboxClient();
        JsonElement interconnect = (await client.GetAsync("interconnects")).Json.GetProperty("items")[0];
        SandboxReply reply = await client.GetAsync($"interconnects/{interconnect.Text("name")}/loa");
        Assert.Equal((200, "application/pdf"), (reply.Status, reply.ContentType));

        using PdfDocument letter = PdfDocument.Open(reply.Body);
        string text = Text(letter);
        Assert.Contains("SANDBOX – not a real letter", text, StringComparison.Ordinal);
        Assert.Contains(CniSandbox.DefaultAccountName, text, StringComparison.Ordinal);
        Assert.Contains("14 March 2026", text, StringComparison.Ordinal);
        Assert.Contains(interconnect.Text("name"), text, StringComparison.Ordinal);
        Assert.Contains(interconnect.Text("slot_id"), text, StringComparison.Ordinal);
        Assert.Contains(interconnect.Text("ccr_device_name"), text, StringComparison.Ordinal);
        Assert.Contains(interconnect.GetProperty("facility").Text("name"), text, StringComparison.Ordinal);
        Assert.All(interconnect.GetProperty("facility").GetProperty("address").EnumerateArray(), line => Assert.Contains(line.GetString()!, text, StringComparison.Ordinal));
        Assert.Equal(1, letter.NumberOfPages);
        Assert.Equal($"Letter of Authorization {interconnect.Text("name")}", letter.Information.Title);
        Assert.Equal("D:20260314150926Z", letter.Information.CreationDate);
    }

    [Theory]
    [InlineData("Example GmbH", "Example GmbH")]
    [InlineData("A (very) \\odd\\ na)me(", "A (very) \\odd\\ na)me(")]
    [InlineData("Zürich Straße & Søn – “Œuvre” €", "Zürich Straße & Søn – “Œuvre” €")]
    [InlineData("東京 Networks 🚀", "?? Networks ?")]
    [InlineData("Two\nlines\tone", "Two lines one")]
    public async Task The_letter_shows_the_name_as_given_in_the_characters_of_its_font(string name, string expected)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.GetAsync($"interconnects/{await client.InterconnectAsync()}/loa?name={Uri.EscapeDataString(name)}");
        using PdfDocument letter = PdfDocument.Open(reply.Body);
        string text = Text(letter);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain(CniSandbox.DefaultAccountName, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W")]
    [InlineData("i")]
    [InlineData("🚀")]
    [InlineData("Ö")]
    public async Task A_name_of_200_characters_fits_on_the_page(string character)
    {
        using var client = new SandboxClient();
        string name = string.Concat(Enumerable.Repeat(character, 200));
        SandboxReply reply = await client.GetAsync($"interconnects/{await client.InterconnectAsync()}/loa?name={Uri.EscapeDataString(name)}");
        using PdfDocument letter = PdfDocument.Open(reply.Body);
        Page page = letter.GetPage(1);
        Assert.All(page.Letters, one => Assert.InRange(one.BoundingBox.Right, 72, page.Width - 72 + 1));
        Assert.All(page.Letters, one => Assert.InRange(one.BoundingBox.Bottom, 72, page.Height));
        string shown = character == "🚀" ? "?" : character;
        Assert.True(page.Letters.Count(one => one.Value == shown) >= 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%20")]
    [InlineData("201")]
    public async Task A_name_that_is_empty_or_too_long_is_refused(string name)
    {
        using var client = new SandboxClient();
        string sent = name == "201" ? new string('x', 201) : name;
        SandboxReply reply = await client.GetAsync($"interconnects/{await client.InterconnectAsync()}/loa?name={sent}");
        Assert.Equal((400, "name: must have 1 to 200 characters"), (reply.Status, Assert.Single(reply.Errors)));
    }

    [Fact]
    public async Task The_default_name_is_the_name_of_the_account()
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.GetAsync($"interconnects/{await client.InterconnectAsync()}/loa/default");
        Assert.Equal($$"""{"name":"{{CniSandbox.DefaultAccountName}}"}""", reply.Text);
    }

    [Theory]
    [InlineData("loa")]
    [InlineData("loa/default")]
    public async Task A_GCP_partner_interconnect_has_no_letter(string path)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.GetAsync($"interconnects/{await client.InterconnectAsync("gcp_partner")}/{path}");
        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Every_PDF_object_is_at_the_offset_in_the_cross_reference_table()
    {
        using var client = new SandboxClient();
        byte[] pdf = (await client.GetAsync($"interconnects/{await client.InterconnectAsync()}/loa")).Body;
        string text = Encoding.Latin1.GetString(pdf);
        int table = int.Parse(StartXref().Match(text).Groups[1].Value, null);
        Assert.StartsWith("xref\n", text[table..], StringComparison.Ordinal);
        Match[] entries = [.. Entry().Matches(text[table..]).Cast<Match>()];
        Assert.Equal(7, entries.Length);
        for (int number = 1; number <= entries.Length; number++)
        {
            Assert.StartsWith($"{number} 0 obj\n", text[int.Parse(entries[number - 1].Groups[1].Value, null)..], StringComparison.Ordinal);
        }

        Match stream = ContentStream().Match(text);
        Assert.Equal(int.Parse(stream.Groups[1].Value, null), stream.Groups[2].Length);
    }

    private static string Text(PdfDocument letter) => ContentOrderTextExtractor.GetText(letter.GetPage(1));

    [GeneratedRegex("startxref\n([0-9]+)\n%%EOF\n$")]
    private static partial Regex StartXref();

    [GeneratedRegex("^([0-9]{10}) 00000 n $", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("/Length ([0-9]+) >>\nstream\n(.*)\nendstream", RegexOptions.Singleline)]
    private static partial Regex ContentStream();
}
