using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using CloudflareCni.Client;
using CloudflareCni.Reports.Tests.Samples;
using Xunit;

namespace CloudflareCni.Reports.Tests.Pages;

public class BundleTests
{
    private static readonly DateTimeOffset CreatedAt = new(2026, 11, 25, 14, 31, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_bundle_contains_the_files_for_a_support_case()
    {
        Dictionary<string, string> files = Read(SampleReport.Circuits);

        Assert.Equal(
            ["README.txt", "circuits/001-fra03-fr5-18.json", "findings.txt", "problems.txt", "requests.csv", "timeline.csv", "versions.txt"],
            files.Keys.Where(name => !name.StartsWith("circuits/", StringComparison.Ordinal) || name.Contains("001", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(SampleReport.Circuits.Length, files.Keys.Count(name => name.StartsWith("circuits/", StringComparison.Ordinal)));
        Assert.Contains("Interconnect fra03-fr5-19", files["README.txt"], StringComparison.Ordinal);
        Assert.Contains("State: Unhealthy: Light level is low: -21.4 dBm, read at 2026-11-25T14:30:02", files["README.txt"], StringComparison.Ordinal);
        Assert.Contains("172.24.0.4/31 (you) to 172.24.0.5/31 (Cloudflare)", files["README.txt"], StringComparison.Ordinal);
        Assert.Contains("\"8d0aca09b86f55d0-FRA\"", files["requests.csv"], StringComparison.Ordinal);
        Assert.Contains("\"2026-11-25T14:31:00+01:00\",\"GET\"", files["requests.csv"], StringComparison.Ordinal);
        Assert.Contains("The state was Down: No light.", files["timeline.csv"], StringComparison.Ordinal);
        Assert.Contains("fra05-itx-4 1. ", files["findings.txt"], StringComparison.Ordinal);
        Assert.Contains("Module: CloudflareCni.PowerShell 0.1.0", files["versions.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_circuit_in_a_bundle_has_the_API_s_field_names()
    {
        string json = Read(SampleReport.Circuits)["circuits/001-fra03-fr5-18.json"];
        JsonElement circuit = JsonDocument.Parse(json).RootElement;

        Assert.Equal("fra03-fr5-18", circuit.GetProperty("interconnect").GetProperty("name").GetString());
        Assert.Equal("Equinix FR5", circuit.GetProperty("interconnect").GetProperty("facility").GetProperty("name").GetString());
        Assert.Equal("Healthy", circuit.GetProperty("status").GetProperty("state").GetString());
        Assert.Equal("core-primary", circuit.GetProperty("cnis")[0].GetProperty("magic").GetProperty("conduit_name").GetString());
        Assert.Equal(64512, circuit.GetProperty("cnis")[0].GetProperty("bgp").GetProperty("customer_asn").GetInt64());
        Assert.Equal("(removed)", circuit.GetProperty("cnis")[0].GetProperty("bgp").GetProperty("md5_key").GetString());
        Assert.Equal("10.0.0.0/8", circuit.GetProperty("routes")[0].GetProperty("prefix").GetString());
    }

    [Fact]
    public void A_key_is_removed_wherever_the_API_repeats_it()
    {
        const string Token = "c4nary-t0ken-in-a-new-field";
        CniCircuit circuit = Sample.Circuit(1, $"link {Sample.Md5Key}", reason: $"the key is {Sample.Md5Key}", conduit: Sample.Md5Key, routes: [Sample.Md5Key]);
        var unknown = new Dictionary<string, object?>
        {
            ["psk"] = Token,
            ["rack"] = new Dictionary<string, object?> { ["api_token"] = Token, ["note"] = $"see {Sample.Md5Key}", ["list"] = new List<object?> { Sample.Md5Key } },
            [$"field {Sample.Md5Key}"] = 1L,
        };
        circuit.Cnis![0].AdditionalProperties = unknown;
        circuit.Cnis[0].Bgp!.AdditionalProperties = unknown;

        Dictionary<string, string> files = Read(circuit);

        Assert.All(files, file =>
        {
            Assert.DoesNotContain(Sample.Md5Key, file.Key + file.Value, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Token, file.Value, StringComparison.Ordinal);
        });
        Assert.Contains("\"rack\"", files.Single(file => file.Key.StartsWith("circuits/", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_name_results_in_a_valid_file_name()
    {
        string[] names = ["../../etc/passwd", "/etc/passwd", "C:\\x", "a/b", "a:b", "..", "", "CON", "a\nb", "same", "same"];

        Dictionary<string, string> files = Read([.. names.Select((name, index) => Sample.Circuit(index, name))]);

        string[] circuits = [.. files.Keys.Where(file => file.StartsWith("circuits/", StringComparison.Ordinal))];
        Assert.Equal(names.Length, circuits.Length);
        Assert.All(circuits, circuit => Assert.True(circuit.Split('/').Length == 2 && !circuit.Contains("..", StringComparison.Ordinal) && !circuit.Contains('\\', StringComparison.Ordinal), circuit));
    }

    private static Dictionary<string, string> Read(params CniCircuit[] circuits)
    {
        ReportContent report = SampleReport.Of("any", circuits);
        var requests = new[] { new BundleRequest(CreatedAt, new CniRequestReport("GET", "/accounts/acc/cni/interconnects", 200, TimeSpan.FromMilliseconds(12), "8d0aca09b86f55d0-FRA")) };
        var content = new BundleContent(
            CreatedAt, [new("Module", "CloudflareCni.PowerShell 0.1.0")], circuits, report.NextSteps, report.Resiliency, requests, ["The routes couldn't be read."]);
        using var bytes = new MemoryStream();
        SupportBundle.Write(bytes, content);
        bytes.Position = 0;
        using var zip = new ZipArchive(bytes);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }
}
