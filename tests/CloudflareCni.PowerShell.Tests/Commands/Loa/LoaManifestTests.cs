using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>Tests Save-CniLoa -ManifestPath.</summary>
public sealed class LoaManifestTests
{
    private const string Other = "dfw07-da1-1";

    [Fact]
    public void Each_letter_is_a_row_with_the_data_for_the_cross_connect()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        session.Must("""$args[0], $args[1] | Save-CniLoa -Path "$($args[2])/loa" -ManifestPath "$($args[2])/orders.csv" """, SandboxSamples.Empty, Other, folder.Path);

        CniInterconnect interconnect = session.Must("Get-CniInterconnect $args[0]", SandboxSamples.Empty).One<CniInterconnect>();
        string[] lines = File.ReadAllLines(folder.At("orders.csv"));
        Assert.Equal("\"Interconnect\",\"Facility\",\"Address\",\"SlotId\",\"File\",\"Sha256\",\"SavedAt\"", lines[0]);
        string file = folder.At($"loa/{SandboxSamples.Empty}.pdf");
        Assert.StartsWith(
            $"\"{SandboxSamples.Empty}\",\"{interconnect.FacilityName}\",\"{string.Join(", ", interconnect.Facility!.Address)}\",\"{interconnect.SlotId}\",\"loa/{SandboxSamples.Empty}.pdf\",\"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}\",\"20",
            lines[1],
            StringComparison.Ordinal);
        Assert.Matches(@"""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d""$", lines[1]);
        Assert.StartsWith($"\"{Other}\",", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void A_letter_that_is_saved_again_is_not_listed_twice()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        session.Must("""Save-CniLoa $args[0] -Path $args[1] -ManifestPath "$($args[1])/orders.csv" -Force""", SandboxSamples.Empty, folder.Path);
        session.Must("""Save-CniLoa $args[0] -Path $args[1] -ManifestPath "$($args[1])/orders.csv" -Force""", SandboxSamples.Empty, folder.Path);

        Assert.Equal(2, File.ReadAllLines(folder.At("orders.csv")).Length);
    }

    [Fact]
    public void WhatIf_names_the_manifest_and_writes_nothing()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must("""Save-CniLoa $args[0] -Path $args[1] -ManifestPath "$($args[1])/orders.csv" -WhatIf -Verbose""", SandboxSamples.Empty, folder.Path);

        Assert.Contains($"and add it to the manifest {folder.At("orders.csv")}", result.Screen, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
        Assert.Empty(result.Requests());
    }

    [Fact]
    public void A_file_that_is_not_a_manifest_is_rejected_before_any_request()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("orders.csv"), "Name,Price\n");

        RunResult result = session.Run("""Save-CniLoa $args[0] -Path $args[1] -ManifestPath "$($args[1])/orders.csv" -Verbose""", SandboxSamples.Empty, folder.Path);

        Assert.Equal(["CniFileFailed"], result.ErrorIds);
        Assert.Contains("isn't an LOA manifest", result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["orders.csv"], folder.Files);
        Assert.Equal("Name,Price\n", File.ReadAllText(folder.At("orders.csv")));
        Assert.Empty(result.Requests());
    }

    [Fact]
    public async Task Sessions_that_save_at_the_same_time_do_not_lose_rows()
    {
        using var folder = new TemporaryFolder();
        using var all = new Session();
        string[] names = [.. all.Must("Get-CniInterconnect -Type direct").As<CniInterconnect>().Select(interconnect => interconnect.Name)];
        Assert.True(names.Length > 3);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => Task.Run(
            () =>
            {
                using var session = new Session();
                session.Must(
                    """$args[0] | Save-CniLoa -Path $args[1] -ManifestPath "$($args[2])/orders.csv" """,
                    names.Where((_, index) => index % 4 == part).ToArray(),
                    folder.At($"loa{part}"),
                    folder.Path);
            },
            TestContext.Current.CancellationToken)));

        string[] lines = File.ReadAllLines(folder.At("orders.csv"));
        Assert.Equal(names.Select(name => $"\"{name}\"").Order(StringComparer.Ordinal), lines.Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
    }
}
