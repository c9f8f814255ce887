using System;
using System.IO;
using System.Linq;
using CloudflareCni.Circuits;
using CloudflareCni.Client;
using CloudflareCni.Reports.Tests.Lab;
using CloudflareCni.Reports.Tests.Samples;
using CsCheck;
using Xunit;

namespace CloudflareCni.Reports.Tests.Pages;

/// <summary>Tests reports in a real Chromium.</summary>
public class ReportTests
{
    private static readonly string[] HostileNames =
    [
        "<img src=x onerror=alert(1)>", "</title><script>alert(1)</script>", "\"><svg onload=alert(1)>", "&lt;b&gt; &amp;", "]]><!-- --> -->", "javascript:alert(1)", "{{7*7}} ${7*7}", "\u202Egnp.exe",
        "a\u0000b\u0007\uD800", "</style><style>*{display:none}</style>", new string('W', 300),
    ];

    [Fact]
    public void A_report_is_accessible_and_sends_no_requests()
    {
        OpenedPage page = Open("report", SampleReport.Of("CNI circuits of Example Networks", SampleReport.Circuits));

        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, request => Assert.EndsWith("/report.html", request, StringComparison.Ordinal));
        Assert.Empty(page.Violations);
        Assert.Empty(page.Overflows);
        Assert.Empty(page.Foreign);
        Assert.Equal("CNI circuits of Example Networks", page.Title);
        Assert.Equal(SampleReport.Circuits.Select(circuit => circuit.Name), page.Names);
        Assert.Equal(page.Names.Order(StringComparer.Ordinal), page.Map.Order(StringComparer.Ordinal));
        Assert.Equal(MermaidDiagram.Write(CircuitDiagram.Of(SampleReport.Circuits)).Text, page.Diagram);
        Assert.Equal(["lhr09-ld6-2", "lhr09-ld6-3"], page.Filtered);
        Assert.Equal("2 of 7 circuits", page.Status);
        Assert.Equal(page.Names.Order(StringComparer.Ordinal), page.Up);
        Assert.Equal(page.Up.Reverse(), page.Down);
        Assert.Equal("descending", page.Sort);
        Assert.Equal(page.Names, page.WithoutScript);
        Assert.Equal(0, page.FilterWithoutScript);
    }

    [Fact]
    public void Names_never_become_markup()
    {
        CniCircuit[] circuits = [.. HostileNames.Select((name, index) => Sample.Circuit(
            index, name, metro: name, facility: name, device: name, state: index % 2 == 0 ? name : "Down", reason: name, conduit: name, speed: name, routes: [name]))];

        OpenedPage page = Open("hostile", SampleReport.Of(HostileNames[0], circuits));

        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, request => Assert.EndsWith("/hostile.html", request, StringComparison.Ordinal));
        Assert.Empty(page.Foreign);
        Assert.Equal(1, page.Scripts);
        Assert.Empty(page.Violations);
        Assert.Empty(page.Overflows);
        Assert.Equal(HostileNames[0], page.Title);
        Assert.Equal(HostileNames.Select(DisplayText.Escape), page.Names);
        Assert.Equal(MermaidDiagram.Write(CircuitDiagram.Of(circuits)).Text, page.Diagram);
    }

    [Fact]
    public void A_report_without_circuits_shows_that_there_are_none()
    {
        OpenedPage page = Open("nothing", SampleReport.Of("Nothing"), narrow: false);

        Assert.Empty(page.Violations);
        Assert.Empty(page.Names);
    }

    [Fact]
    public void A_page_can_contain_any_names() => HostileCircuits.Some.Sample(
        circuits =>
        {
            using var page = new MemoryStream();
            ReportPage.Write(page, SampleReport.Of("Any", circuits));
            string text = System.Text.Encoding.UTF8.GetString(page.ToArray());
            Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
            Assert.Equal(2, text.Split("<script>").Length);
            Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        },
        iter: 100,
        threads: 1);

    private static OpenedPage Open(string name, ReportContent content, bool narrow = true)
    {
        Node.RequireBrowser();
        string path = Path.Combine(Paths.Pages, $"{name}.html");
        using (FileStream file = File.Create(path))
        {
            ReportPage.Write(file, content);
        }

        object Shot(int width, string scheme, string media = "screen") =>
            new { path = Path.Combine(Paths.Pages, $"{name}-{width}-{scheme}-{media}.png"), width, scheme, media };
        return Node.Browse<OpenedPage>("page.mjs", new
        {
            address = new Uri(path).AbsoluteUri,
            shots = narrow
                ? new[] { Shot(1280, "light"), Shot(1280, "dark"), Shot(390, "light"), Shot(390, "dark"), Shot(794, "light", "print") }
                : [Shot(1280, "light")],
        });
    }
}
