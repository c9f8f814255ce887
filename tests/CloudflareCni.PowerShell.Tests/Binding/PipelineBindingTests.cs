using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Binding;

/// <summary>Pipes everything to every cmdlet. Only values that identify the right resource bind.</summary>
/// <remarks>The engine converts a number to a string, as for every cmdlet, so a number can be a name. It's never an ID.</remarks>
[Trait("Tier", "Slow")]
public sealed class PipelineBindingTests
{

    /// <summary>
    /// Each cmdlet with its required arguments, and which input binds to which parameter. Input that isn't listed must fail to bind.
    /// "refused" means that the input binds but isn't an ID. "accepted" means that it binds without a visible effect.
    /// </summary>
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Compare-CniConfiguration"] = ["file → refused"],
        ["Connect-Cni -ApiToken $secret -AccountId a"] = [],
        ["Disconnect-Cni"] = ["connection → accepted"],
        ["Export-CniConfiguration"] = [.. InterconnectByName.Select(row => row.Replace("Name=", "Interconnect=", StringComparison.Ordinal))],
        ["Get-Cni"] =
        [
            "slot → Slot=SLOT",
            "physical → Interconnect=PHYSICAL",
            "gcp → Interconnect=GCP",
            "cni → Id=CNI",
            "status → Interconnect=PHYSICAL",
            "text → refused",
            "guid text → Id=SLOT",
            "guid → Id=SLOT",
            "number → refused",
            "row Id → Id=SLOT",
            "selected slot → Slot=SLOT",
            "deserialized cni → Id=CNI",
            "CSV interconnect → Interconnect=PHYSICAL",
            "CSV status → Interconnect=PHYSICAL",
            "interconnect with a column Id → Id=SLOT",
        ],
        ["Get-CniAccount"] = [],
        ["Get-CniCircuit"] = InterconnectByName,
        ["Get-CniConnection"] = [],
        ["Get-CniInterconnect"] = InterconnectByName,
        ["Get-CniInterconnectStatus"] = InterconnectByName,
        ["ConvertTo-CniDiagram"] = CircuitByName,
        ["Export-CniReport -LiteralPath $folder/report.html -Force"] = CircuitByName,
        ["Export-CniSupportBundle -LiteralPath $folder/case.zip -Force"] = InterconnectByName,
        ["Get-CniNextStep"] = CircuitByName,
        ["Get-CniLoaName"] = InterconnectByName,
        ["Get-CniMagicInterconnect"] = [],
        ["Get-CniMagicRoute"] = [],
        ["Get-CniRouterConfiguration -Platform Frr"] =
        [
            "physical → Interconnect=PHYSICAL",
            "gcp → Interconnect=GCP",
            "cni → Cni=CNI",
            "status → Interconnect=PHYSICAL",
            "text → refused",
            "guid text → Cni=SLOT",
            "guid → Cni=SLOT",
            "number → refused",
            "row Id → Cni=SLOT",
            "deserialized cni → Cni=CNI",
            "CSV interconnect → Interconnect=PHYSICAL",
            "CSV status → Interconnect=PHYSICAL",
            "interconnect with a column Id → Cni=SLOT",
        ],
        ["Get-CniSettings"] = [],
        ["Get-CniSlot"] =
        [
            "slot → Id=SLOT",
            "text → refused",
            "guid text → Id=SLOT",
            "guid → Id=SLOT",
            "number → refused",
            "row Id → Id=SLOT",
            "selected slot → Id=SLOT",
            "interconnect with a column Id → Id=SLOT",
        ],
        ["Import-CniConfiguration"] = ["file → refused"],
        ["New-Cni -ConduitName given -Mtu 1500"] =
        [
            "physical → Interconnect=PHYSICAL",
            "gcp → Interconnect=GCP",
            "status → Interconnect=PHYSICAL",
            "text → Interconnect=some-text",
            "guid text → Interconnect=SLOT",
            "number → Interconnect=42",
            "row Interconnect → Interconnect=PHYSICAL",
            "row of New-Cni → CustomerAsn=64512; Description=from a file; ExtraPrefix=10.0.0.0/24+10.0.1.0/24; Interconnect=PHYSICAL; Md5Key=",
            "CSV interconnect → Interconnect=PHYSICAL",
            "CSV status → Interconnect=PHYSICAL",
            "cni with its Interconnect → Interconnect=PHYSICAL",
            "interconnect with a column Interconnect → Interconnect=PHYSICAL",
        ],
        ["New-CniInterconnect"] =
        [
            "slot → Slot=SLOT",
            "text → refused",
            "guid text → Slot=SLOT",
            "guid → Slot=SLOT",
            "number → refused",
            "row Slot → Slot=SLOT",
            "row SlotId → Slot=SLOT",
            "row of New-CniInterconnect → Slot=SLOT",
            "row of a GCP partner → Bandwidth=1G; PairingKey=k/europe-west3/1",
            "selected slot → Slot=SLOT",
            "slot with a column Slot → Slot=SLOT",
        ],
        ["Remove-Cni -Force"] = CniById,
        ["Remove-CniInterconnect -Force"] = InterconnectByName,
        ["Save-CniLoa -LiteralPath $folder"] = InterconnectByName,
        ["Save-CniRouterConfiguration -LiteralPath $folder"] = [],
        ["Set-Cni -Mtu 1476"] = CniById,
        ["Set-CniSettings -DefaultAsn 64512"] = [],
        ["Start-CniSandbox -WhatIf"] = [],
        ["Stop-CniSandbox"] = ["sandbox → InputObject=SANDBOX"],
        ["Test-CniConfiguration"] = ["file → refused"],
        ["Test-CniConnection"] = [],
        ["Test-CniResiliency"] = CircuitByName,
        ["Wait-CniInterconnect -TimeoutSec 0"] = InterconnectByName,
    };

    private static readonly string[] NeedsAnObject =
        ["Compare-CniConfiguration", "Import-CniConfiguration", "Get-CniLoaName", "Get-CniRouterConfiguration", "Remove-Cni", "Remove-CniInterconnect", "Save-CniLoa", "Save-CniRouterConfiguration", "Set-Cni", "Wait-CniInterconnect"];

    private static string[] CniById =>
    [
        "cni → Id=CNI",
        "text → refused",
        "guid text → Id=SLOT",
        "guid → Id=SLOT",
        "number → refused",
        "row Id → Id=SLOT",
        "deserialized cni → Id=CNI",
        "interconnect with a column Id → Id=SLOT",
    ];

    private static string[] CircuitByName => [.. InterconnectByName.Select(row => row.Replace("Name=", "Circuit=", StringComparison.Ordinal))];

    private static string[] InterconnectByName =>
    [
        "physical → Name=PHYSICAL",
        "gcp → Name=GCP",
        "status → Name=PHYSICAL",
        "text → Name=some-text",
        "guid text → Name=SLOT",
        "number → Name=42",
        "row Name → Name=PHYSICAL",
        "CSV interconnect → Name=PHYSICAL",
        "CSV status → Name=PHYSICAL",
        "cni with a column Name → Name=PHYSICAL",
    ];

    public static TheoryData<string> Commands => new(Table.Keys);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Only_values_that_identify_the_right_resource_bind(string command)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
        using Session session = server.Connect();

        List<string> bound = Inputs(session)
            .Select(input => (input.Name, Bound: Bind(session, command, input.Value)))
            .Where(outcome => outcome.Bound is not null)
            .Select(outcome => $"{outcome.Name} → {outcome.Bound}")
            .ToList();

        Assert.Equal(string.Join('\n', Table[command]), string.Join('\n', bound));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_account_binds_where_the_cmdlet_acts_in_it_and_to_nothing_else(string command)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
        using Session session = server.Connect();
        bool actsInAccount = session.Must("(Get-Command $args[0]).Parameters.ContainsKey('PipedAccount')", command.Split(' ')[0]).One<bool>();

        foreach (object account in new[] { PipedInputs.All["account"], PSSerializer.Deserialize(PSSerializer.Serialize(PipedInputs.All["account"])) })
        {
            string? bound = Bind(session, command, account);

            // Where the pipeline must name an object, an account isn't one.
            bool isBound = actsInAccount && !command.StartsWith("New-", StringComparison.Ordinal) && !NeedsAnObject.Contains(command.Split(' ')[0]);
            Assert.Equal(isBound ? $"PipedAccount=Example Networks ({Samples.AccountId})" : null, bound);
        }
    }

    [Fact]
    public void Every_cmdlet_is_in_the_table()
    {
        using var session = new Session(connectSandbox: false);
        IEnumerable<string> cmdlets = session.Must("(Get-Command -Module CloudflareCni.PowerShell).Name").As<string>();

        Assert.Equal(cmdlets.Order(), Table.Keys.Select(command => command.Split(' ')[0]).Order());
    }

    private static IEnumerable<(string Name, object Value)> Inputs(Session session) =>
    [
        .. PipedInputs.All.Where(input => input.Key != "account").Select(input => (input.Key, input.Value)),
        ("connection", session.Must("Connect-Cni -Sandbox -NoDefault").Output.Single()),
        ("sandbox", session.Must("Start-CniSandbox").Output.Single()),
    ];

    /// <summary>Gets what was bound, or null if the object failed to bind.</summary>
    private static string? Bind(Session session, string command, object input)
    {
        using System.Management.Automation.PowerShell shell = session.Prepare(
            $"param($value, $secret, $folder) $value | {command} -Verbose", input, Secret.Of("practice"), Path.GetTempPath());
        string? bound = null;
        shell.Streams.Verbose.DataAdded += (_, added) => bound ??= Describe(shell.Streams.Verbose[added.Index].InvocationInfo, command);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            shell.Streams.Error.Add(e.ErrorRecord);
        }

        string[] errors = shell.Streams.Error.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).ToArray();
        if (errors.Any(id => id.StartsWith("InputObject", StringComparison.Ordinal) || id == "ParameterArgumentTransformationError"))
        {
            return null;
        }

        Assert.All(errors, id => Assert.True(id is "CniNotFound" or "CniInvalidArgument" or "CniFileFailed", id));
        return bound ?? (errors.Length > 0 ? "refused" : "accepted");
    }

    private static string Describe(InvocationInfo invocation, string command) => string.Join(
        "; ",
        invocation.BoundParameters
            .Where(parameter => parameter.Key != "Verbose" && !command.Contains($" -{parameter.Key}", StringComparison.Ordinal))
            .OrderBy(parameter => parameter.Key)
            .Select(parameter => $"{parameter.Key}={PipedInputs.Shown(parameter.Value)}"));
}
