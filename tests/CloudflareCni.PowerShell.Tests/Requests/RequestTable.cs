using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;

namespace CloudflareCni.PowerShell.Tests.Requests;

/// <summary>The table of requests in docs/performance.md: which requests each cmdlet sends. Every cmdlet has a row. To add one, add it to <see cref="Rows"/>.</summary>
internal static class RequestTable
{
    /// <summary>The script that reads the objects which the rows use. Its requests aren't counted.</summary>
    public const string Preparation =
        """
        $slots = @(Get-CniSlot); $free = @($slots | Where-Object Occupied -eq $false)[0]; $taken = @($slots | Where-Object Occupied -eq $true)[0]
        $links = @(Get-CniInterconnect); $link = $links | Where-Object Name -eq 'dfw07-da1-1'; $empty = $links | Where-Object Name -eq 'gru06-sp3-7'
        $cnis = @(Get-Cni); $cni = $cnis | Where-Object ConduitName -eq 'core-primary'
        $circuits = @(Get-CniCircuit)
        $file = "$folder/wanted.json"; Export-CniConfiguration -LiteralPath $file -Confirm:$false
        $configuration = Get-CniRouterConfiguration $cni -Platform Frr
        """;

    private const string Head = "| Cmdlet | Use | Requests | Which |\n|---|---|---|---|\n";

    public static IReadOnlyList<RequestRow> Rows { get; } =
    [
        new("Connect-Cni", "with an account ID", "Connect-Cni -ApiToken $token -BaseUri $uri -AccountId $account -NoDefault"),
        new("Connect-Cni", "without an account ID", "Connect-Cni -ApiToken $token -BaseUri $uri -NoDefault"),
        new("Disconnect-Cni", "", "Disconnect-Cni"),
        new("Get-CniConnection", "", "Get-CniConnection"),
        new("Test-CniConnection", "", "Test-CniConnection"),
        new("Start-CniSandbox", "", "Start-CniSandbox | Stop-CniSandbox"),
        new("Stop-CniSandbox", "", "Start-CniSandbox | Stop-CniSandbox"),
        new("Get-CniSlot", "up to 100 slots", "Get-CniSlot"),
        new("Get-CniSlot", "10,000 slots", "Get-CniSlot") { SlotCount = 10_000 },
        new("Get-CniSlot", "the first three of 10,000 slots", "do { Get-CniSlot | ForEach-Object { if (++$seen -eq 3) { break } } } while ($false)") { SlotCount = 10_000 },
        new("Get-CniSlot", "one slot, by ID or object", "Get-CniSlot $free"),
        new("Get-CniInterconnect", "up to 100 interconnects", "Get-CniInterconnect"),
        new("Get-CniInterconnect", "several names with wildcards", "Get-CniInterconnect dfw*, gcp*"),
        new("Get-CniInterconnect", "one exact name", "Get-CniInterconnect dfw07-da1-1"),
        new("Get-CniInterconnectStatus", "one exact name or object", "Get-CniInterconnectStatus $link"),
        new("Get-CniInterconnectStatus", "all 9 interconnects", "Get-CniInterconnectStatus"),
        new("Get-CniInterconnectStatus", "9 objects from the pipeline", "$links | Get-CniInterconnectStatus"),
        new("Wait-CniInterconnect", "each check of 9 objects", "$links | Wait-CniInterconnect -State Healthy, Pending, Down, Unhealthy"),
        new("New-CniInterconnect", "on a slot", "New-CniInterconnect $free"),
        new("New-CniInterconnect", "on a slot that has an interconnect, with `-ReuseExisting`", "New-CniInterconnect $taken -ReuseExisting"),
        new("New-CniInterconnect", "with a pairing key", "New-CniInterconnect -PairingKey '7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1' -Bandwidth 1G"),
        new("Remove-CniInterconnect", "by name or object", "$empty | Remove-CniInterconnect -Force"),
        new("Remove-CniInterconnect", "with `-IncludeCni` and one CNI", "$link | Remove-CniInterconnect -IncludeCni -Force"),
        new("Get-Cni", "up to 100 CNIs", "Get-Cni"),
        new("Get-Cni", "one CNI, by ID or object", "Get-Cni $cni"),
        new("Get-Cni", "several names of interconnects, with wildcards or not", "Get-Cni -Interconnect dfw07-da1-1, gcp*"),
        new("Get-Cni", "9 interconnects from the pipeline", "$links | Get-Cni"),
        new("New-Cni", "on an interconnect, by name or object", "New-Cni $empty -ConduitName new -Mtu 1500"),
        new("New-Cni", "that exists, with `-ReuseExisting`", "New-Cni $link -ConduitName core-primary -Mtu 1500 -ReuseExisting"),
        new("New-Cni", "two with an unusual MTU, by name", "'a', 'b' | ForEach-Object { [pscustomobject]@{ Interconnect = 'gru06-sp3-7'; ConduitName = $_ } } | New-Cni -Mtu 9000"),
        new("Set-Cni", "one CNI, by ID or object", "$cni | Set-Cni -Description new"),
        new("Set-Cni", "one CNI that already has the values", "$cni | Set-Cni -ConduitName core-primary"),
        new("Set-Cni", "one CNI with an unusual MTU", "$cni | Set-Cni -Mtu 9000"),
        new("Remove-Cni", "one CNI, by ID or object", "$cni | Remove-Cni -Force"),
        new("Get-CniSettings", "", "Get-CniSettings"),
        new("Set-CniSettings", "", "Set-CniSettings 64999"),
        new("Get-CniLoaName", "one exact name or object", "Get-CniLoaName $link"),
        new("Save-CniLoa", "one exact name or object", "Save-CniLoa $link -LiteralPath $folder"),
        new("Save-CniLoa", "a name with wildcards that matches one", "Save-CniLoa gru* -LiteralPath $folder"),
        new("Get-CniRouterConfiguration", "one CNI with BGP, by ID or object", "Get-CniRouterConfiguration $cni -Platform Frr"),
        new("Get-CniRouterConfiguration", "3 CNIs on 3 interconnects, from the pipeline", "$cnis[0..2] | Get-CniRouterConfiguration -Platform Frr"),
        new("Get-CniRouterConfiguration", "an interconnect from the pipeline, whose CNI has BGP", "$link | Get-CniRouterConfiguration -Platform Frr"),
        new("Save-CniRouterConfiguration", "", "$configuration | Save-CniRouterConfiguration -LiteralPath $folder"),
        new("Get-CniAccount", "", "Get-CniAccount"),
        new("Get-CniMagicInterconnect", "all", "Get-CniMagicInterconnect"),
        new("Get-CniMagicRoute", "all", "Get-CniMagicRoute"),
        new("Get-CniCircuit", "all 9 circuits", "Get-CniCircuit"),
        new("Get-CniCircuit", "one exact name", "Get-CniCircuit dfw07-da1-1"),
        new("Get-CniNextStep", "all 9 circuits", "Get-CniNextStep"),
        new("Get-CniNextStep", "circuits from the pipeline", "$circuits | Get-CniNextStep"),
        new("Test-CniResiliency", "all 9 circuits", "Test-CniResiliency"),
        new("Test-CniResiliency", "circuits from the pipeline", "$circuits | Test-CniResiliency"),
        new("ConvertTo-CniDiagram", "all 9 circuits", "ConvertTo-CniDiagram"),
        new("ConvertTo-CniDiagram", "circuits from the pipeline", "$circuits | ConvertTo-CniDiagram"),
        new("Export-CniReport", "all 9 circuits", "Export-CniReport -LiteralPath $folder/report.md"),
        new("Export-CniReport", "circuits from the pipeline", "$circuits | Export-CniReport -LiteralPath $folder/report.md"),
        new("Export-CniSupportBundle", "all 9 interconnects", "Export-CniSupportBundle -LiteralPath $folder/bundle.zip"),
        new("Export-CniConfiguration", "the whole account", "Export-CniConfiguration -LiteralPath $folder/more.json"),
        new("Compare-CniConfiguration", "a file with the account", "Compare-CniConfiguration -LiteralPath $file"),
        new("Compare-CniConfiguration", "two files", "Compare-CniConfiguration -LiteralPath $file -ReferencePath $file"),
        new("Test-CniConfiguration", "", "Test-CniConfiguration -LiteralPath $file"),
        new("Import-CniConfiguration", "a file that the account already matches", "Import-CniConfiguration -LiteralPath $file -Force"),
        new("(Tab)", "the names of interconnects, slots, sites or CNIs, for 15 seconds", Complete + Complete) { InBackground = 1 },
    ];

    private const string Complete = "$null = [System.Management.Automation.CommandCompletion]::CompleteInput('Get-CniInterconnect d', 21, $null); ";

    /// <summary>Gets the files that contain the table: the page, and the text that benchmarks/Measure-Module.ps1 adds to it.</summary>
    public static string[] Files { get; } =
        [Path.Combine(BuiltModule.Repository, "docs", "performance.md"), Path.Combine(BuiltModule.Repository, "benchmarks", "notes.md")];

    /// <summary>Returns the line of a row.</summary>
    public static string Line(RequestRow row, IReadOnlyList<string> requests)
    {
        IEnumerable<string> which = requests.GroupBy(request => request).Select(group => group.Count() == 1 ? $"`{group.Key}`" : $"{group.Count()} × `{group.Key}`");
        string cmdlet = row.Cmdlet.Contains('-') ? $"`{row.Cmdlet}`" : row.Cmdlet;
        return $"| {cmdlet} | {row.Use} | {requests.Count} | {string.Join(", ", which)} |\n";
    }

    /// <summary>Gets the table in a file.</summary>
    public static string Read(string file)
    {
        string text = File.ReadAllText(file);
        int start = text.IndexOf(Head, System.StringComparison.Ordinal) + Head.Length;
        return text[start..text.IndexOf("\n\n", start, System.StringComparison.Ordinal)] + "\n";
    }

    /// <summary>Replaces the table in a file.</summary>
    public static void Write(string file, string table) => File.WriteAllText(file, File.ReadAllText(file).Replace(Head + Read(file), Head + table));
}
