using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Faults;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>Runs cmdlets with faults in one session, and collects the results for the page.</summary>
public sealed class FaultSuite : IDisposable
{
    private const string Primer = "Get-CniSlot -Id c0000000-0000-4000-8000-000000000001";

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["list slots"] = "Get-CniSlot",
        ["get slot"] = $"Get-CniSlot -Id {SampleApi.SlotId}",
        ["list interconnects"] = "Get-CniInterconnect",
        ["get interconnect"] = $"Get-CniInterconnect {SampleApi.InterconnectName}",
        ["create interconnect"] = $"New-CniInterconnect -Slot {SampleApi.SlotId}",
        ["create GCP interconnect"] = "New-CniInterconnect -PairingKey $pairingKey -Bandwidth 1G",
        ["delete interconnect"] = $"Remove-CniInterconnect {SampleApi.InterconnectName} -Force",
        ["status"] = $"Get-CniInterconnectStatus {SampleApi.InterconnectName}",
        ["LOA"] = $"Save-CniLoa {SampleApi.InterconnectName} -LiteralPath $folder",
        ["LOA name"] = $"Get-CniLoaName {SampleApi.InterconnectName}",
        ["list CNIs"] = "Get-Cni",
        ["get CNI"] = $"Get-Cni -Id {SampleApi.CniId}",
        ["create CNI"] = $"New-Cni {SampleApi.InterconnectName} -ConduitName {SampleApi.ConduitName} -Mtu 1500 -CustomerAsn 64512 -Md5Key $md5Key",
        ["update CNI"] = $"Set-Cni -Id {SampleApi.CniId} -Md5Key $md5Key -PassThru",
        ["delete CNI"] = $"Remove-Cni -Id {SampleApi.CniId} -Force",
        ["get settings"] = "Get-CniSettings",
        ["update settings"] = "Set-CniSettings -DefaultAsn 65001 -PassThru",
        ["list Magic sides"] = "Get-CniMagicInterconnect",
        ["list Magic routes"] = "Get-CniMagicRoute",
        ["list accounts"] = "Get-CniAccount",
        ["export"] = "Export-CniConfiguration -Interconnect *",
    };

    private readonly Session _session = new(connectSandbox: false);
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _rows = new();

    /// <summary>Adds a row to the page.</summary>
    internal void Keep(string fault, string row) => _rows[fault] = row;

    /// <summary>Writes the page if all its rows were run.</summary>
    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
        if (_rows.Count == Faults.All.Count)
        {
            ReliabilityPage.Write(Faults.All.Select(fault => _rows[fault.Name]));
        }
    }

    /// <summary>Runs the cmdlet of an operation against a server with a fault.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="isApplied"><c>true</c> if the server executes the request; otherwise, <c>false</c>.</param>
    /// <param name="withKey"><c>true</c> to connect with an email address and key; <c>false</c> to connect with a token.</param>
    internal Cell Run(ApiOperation operation, Fault fault, bool isApplied, bool withKey)
    {
        var clock = new TestClock(Fault.Timeout);
        using var seen = new SemaphoreSlim(0);
        var context = new FaultContext { AwaitReader = () => seen.WaitAsync().Soon(), Hang = clock.Expire, Now = clock.GetUtcNow };
        using var server = new FaultyServer(operation, fault, isApplied, context);
        clock.Waiting = server.Heal;
        object connection = Connect(server.BaseUri, withKey, clock);
        if (fault.NeedsKept)
        {
            _session.Must($"{Primer} -Connection $args[0]", connection);
        }

        FaultRun run = Run(Scripts[operation.Name], connection, line =>
        {
            if (Regex.IsMatch(line, $@"^{operation.Method} \S*{Regex.Escape(operation.Path)}(\?\S*)?: \d+ in"))
            {
                seen.Release();
            }
        });
        return new Cell(run, server.Requests, server.Strays, clock.Waits, clock.Passed, TakeFiles());
    }

    // Reads the remaining files, and empties the folder for the next run.
    private List<(string Place, string? Text)> TakeFiles()
    {
        var files = new List<(string, string?)>();
        foreach (string file in _folder.Files)
        {
            files.Add(($"the file {file}", file + File.ReadAllText(_folder.At(file))));
            File.Delete(_folder.At(file));
        }

        return files;
    }

    // The client that Connect-Cni creates, with another clock.
    private object Connect(string baseUri, bool withKey, TestClock clock)
    {
        string credential = withKey ? $"-Email {Canaries.Email} -ApiKey $args[1]" : "-ApiToken $args[1]";
        object connection = _session.Must(
            $"Connect-Cni -BaseUri $args[0] {credential} -AccountId {SampleApi.AccountId} -NoDefault",
            baseUri,
            Secret.Of(withKey ? Canaries.ApiKey : Canaries.Token)).Output.Single().BaseObject;
        ConnectionClock.Set(connection, clock);
        return connection;
    }

    // With only -Debug, the engine prompts at each warning.
    private FaultRun Run(string script, object connection, Action<string> onVerbose)
    {
        using System.Management.Automation.PowerShell shell = _session.Prepare(
            $"param($connection, $folder, $pairingKey, $md5Key) {script} -Connection $connection -Verbose -Debug -WarningAction Continue",
            connection,
            _folder.Path,
            Canaries.PairingKey,
            Canaries.Md5Key);
        shell.Streams.Verbose.DataAdded += (_, added) => onVerbose(shell.Streams.Verbose[added.Index].Message);
        var output = new PSDataCollection<PSObject>();
        var errors = new List<ErrorRecord>();
        int start = _session.Host.ShownLength;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            errors.Add(exception.ErrorRecord);
        }

        errors.InsertRange(0, shell.Streams.Error);
        return new FaultRun(
            [.. output],
            errors,
            [.. shell.Streams.Verbose, .. shell.Streams.Debug, .. shell.Streams.Warning, .. shell.Streams.Information, .. shell.Streams.Progress],
            _session.Host.ShownSince(start));
    }
}
