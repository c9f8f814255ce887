using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Binding;

/// <summary>Objects are processed through the connection that they were read with, never through a connection to another address.</summary>
[Trait("Tier", "Slow")]
public sealed class ConnectionOfObjectsTests : IDisposable
{
    private const string Other = "00000000000000000000000000000000";

    private readonly ScriptedServer _left = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
    private readonly ScriptedServer _right = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
    private readonly Session _session = new(connectSandbox: false);

    public ConnectionOfObjectsTests() => _session.Must(
        """
        $left = Connect-Cni -BaseUri $args[0] -ApiToken $args[2] -AccountId left -MaximumRetryCount 0 -NoDefault
        $right = Connect-Cni -BaseUri $args[1] -ApiToken $args[3] -AccountId right -MaximumRetryCount 0
        """,
        _left.BaseUri,
        _right.BaseUri,
        Secret.Of("of-left"),
        Secret.Of("of-right"));

    /// <summary>Every cmdlet that accepts an object from the pipeline or as an argument, with the object.</summary>
    private static readonly (string Model, string Command)[] Table =
    [
        ("slot", "$o | Get-CniSlot"),
        ("slot", "$o | Get-Cni"),
        ("slot", "Get-Cni -Slot $o"),
        ("slot", "$o | New-CniInterconnect -Confirm:$false"),
        ("slot", "New-CniInterconnect $o -WhatIf"),
        ("physical", "$o | Get-CniInterconnect"),
        ("physical", "Get-CniInterconnect $o"),
        ("physical", "$o | Get-CniInterconnectStatus"),
        ("status", "Get-CniInterconnectStatus $o"),
        ("physical", "$o | Get-CniNextStep"),
        ("status", "Get-CniNextStep $o"),
        ("physical", "$o | Test-CniResiliency"),
        ("physical", "$o | Get-CniCircuit"),
        ("physical", "$o | ConvertTo-CniDiagram"),
        ("physical", "$o | Export-CniReport -LiteralPath $folder/report.html -Force"),
        ("physical", "$o | Export-CniSupportBundle -LiteralPath $folder/case.zip -Force"),
        ("physical", "$o | Wait-CniInterconnect -TimeoutSec 0"),
        ("physical", "$o | Get-Cni"),
        ("physical", "$o | New-Cni -ConduitName x -Mtu 1500 -Confirm:$false"),
        ("physical", "New-Cni $o -ConduitName x -Mtu 9000 -WhatIf"),
        ("physical", "$o | Remove-CniInterconnect -Force -IncludeCni"),
        ("physical", "$o | Get-CniLoaName"),
        ("physical", "$o | Save-CniLoa -LiteralPath $folder"),
        ("cni", "$o | Get-Cni"),
        ("cni", "$o | Get-CniRouterConfiguration -Platform Frr"),
        ("cni", "Get-CniRouterConfiguration $o -Platform Frr"),
        ("physical", "$o | Get-CniRouterConfiguration -Platform Frr"),
        ("cni", "$o | Set-Cni -Mtu 1476 -Confirm:$false"),
        ("physical", "$o | Export-CniConfiguration"),
        ("cni", "$o | Remove-Cni -Force"),
        ("cni", "Remove-Cni $o -Force"),
    ];

    public static TheoryData<string, string> Commands => new(Table.Select(row => new TheoryDataRow<string, string>(row.Model, row.Command)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_object_uses_its_own_connection(string model, string command)
    {
        Run(Read(model, _left, "left"), command);

        Assert.NotEmpty(_left.Requests);
        Assert.All(_left.Requests, request => Assert.Equal("Bearer of-left", request.Header("Authorization")));
        Assert.All(_left.Requests, request => Assert.Contains($"/accounts/{Samples.AccountId}/", request.Target));
        Assert.Equal(0, _right.Connections);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_object_works_without_a_default_connection(string model, string command)
    {
        object read = Read(model, _left, "left");
        _session.Must("Disconnect-Cni");

        Run(read, command);

        Assert.NotEmpty(_left.Requests);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Connection_overrides_the_objects_connection_but_not_its_account(string model, string command)
    {
        Run(Read(model, _left, "left"), $"{command} -Connection $again", "$again = @{ ApiToken = 'again'; AccountId = 'again'; BaseUri = $left.BaseUri }");

        Assert.All(_left.Requests, request => Assert.Equal("Bearer again", request.Header("Authorization")));
        Assert.All(_left.Requests, request => Assert.Contains($"/accounts/{Samples.AccountId}/", request.Target));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void AccountId_overrides_the_account_but_not_the_connection(string model, string command)
    {
        Run(Read(model, _left, "left"), $"{command} -AccountId chosen");

        Assert.NotEmpty(_left.Requests);
        Assert.All(_left.Requests, request => Assert.Contains("/accounts/chosen/", request.Target));
        Assert.Equal(0, _right.Connections);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void After_a_disconnect_another_base_address_is_an_error_without_a_request_or_prompt(string model, string command)
    {
        object read = Read(model, _left, "left");
        _session.Must("Disconnect-Cni $left");

        AssertWrong(Run(read, command));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_Connection_to_another_base_address_is_an_error_without_a_request(string model, string command)
    {
        AssertWrong(Run(Read(model, _left, "left"), $"{command} -Connection $right"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_copy_from_another_base_address_is_an_error_without_a_request(string model, string command)
    {
        AssertWrong(Run(PSSerializer.Deserialize(PSSerializer.Serialize(Read(model, _left, "left"))), command));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_copy_uses_a_connection_to_the_same_base_address(string model, string command)
    {
        Run(PSSerializer.Deserialize(PSSerializer.Serialize(Read(model, _right, "right"))), command);

        Assert.NotEmpty(_right.Requests);
        Assert.All(_right.Requests, request => Assert.Contains($"/accounts/{Samples.AccountId}/", request.Target));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void After_a_disconnect_a_connection_to_the_same_base_address_is_used(string model, string command)
    {
        object read = Read(model, _left, "left");
        _session.Must("Disconnect-Cni $left; $null = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId left -MaximumRetryCount 0", _left.BaseUri, Secret.Of("new"));

        Run(read, command);

        Assert.All(_left.Requests, request => Assert.Equal("Bearer new", request.Header("Authorization")));
        Assert.NotEmpty(_left.Requests);
    }

    [Fact]
    public void Every_cmdlet_that_takes_an_object_is_in_the_table()
    {
        IEnumerable<string> cmdlets = _session.Must(
            """
            (Get-Command -Module CloudflareCni.PowerShell | Where-Object { $_.Parameters.Values.ParameterType | Where-Object { "$_" -match 'Binding\.\w+Reference' } }).Name
            """).As<string>();

        Assert.DoesNotContain(cmdlets, name => !Table.Any(row => row.Command.Split(' ').Contains(name)));
    }

    [Theory]
    [InlineData("Get-CniInterconnectStatus")]
    [InlineData("Get-CniInterconnect")]
    [InlineData("Remove-CniInterconnect -Force")]
    public void In_a_pipeline_each_object_uses_its_own_connection_and_an_error_does_not_stop_the_others(string command)
    {
        object gone = new CniInterconnect("gone", "a", "direct", origin: new CniOrigin(Samples.AccountId, new Uri("https://gone.invalid/client/v4")));
        object[] mixed = [Read("physical", _left, "left"), gone, "typed", Read("physical", _right, "right")];

        RunResult result = _session.Run($"$args[0] | {command}", [mixed]);

        Assert.Equal(["CniNotFound", "CniWrongConnection", "CniNotFound", "CniNotFound"], result.ErrorIds);
        Assert.Equal(["gone"], result.Errors.Where(error => error.FullyQualifiedErrorId.StartsWith("CniWrong", StringComparison.Ordinal)).Select(error => $"{error.TargetObject}"));
        Assert.Single(_left.Requests);
        Assert.Equal(2, _right.Requests.Count);
    }

    [Fact]
    public void Connections_that_share_a_client_stay_distinct()
    {
        RunResult result = _session.Run(
            """
            $box = Start-CniSandbox
            $one = Connect-Cni -BaseUri $box.BaseUri -ApiToken $args[0] -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20 -NoDefault
            $two = Connect-Cni -BaseUri $box.BaseUri -ApiToken $args[0] -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20 -NoDefault
            $slots = @(Get-CniSlot -Connection $one)[0], @(Get-CniSlot -Connection $two)[0]
            Disconnect-Cni $one
            Disconnect-Cni
            ($slots[1] | Get-CniSlot).Id -eq $slots[1].Id
            try { $slots[0] | Get-CniSlot } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
            Stop-CniSandbox $box
            """,
            Secret.Of("practice"));

        Assert.Equal([true, "CniNotConnected"], result.As<object>());
    }

    [Fact]
    public void Objects_of_two_sandboxes_and_their_copies_stay_distinct()
    {
        _session.Must(
            """
            $one = Connect-Cni -Sandbox -NoDefault
            $null = Connect-Cni -Sandbox
            $cnis = @(Get-Cni -Connection $one)
            $copies = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($cnis))
            """);

        RunResult copies = _session.Run("$copies | Remove-Cni -Force");
        RunResult live = _session.Run("$cnis[0] | Remove-Cni -Force; @(Get-Cni).Count; @(Get-Cni -Connection $one).Count");
        RunResult gone = _session.Run("Disconnect-Cni $one; $cnis | Remove-Cni -Force; @(Get-Cni).Count");

        Assert.All(copies.ErrorIds, id => Assert.Equal("CniWrongConnection", id));
        Assert.Equal([8, 7], live.As<int>());
        Assert.Equal(8, gone.One<int>());
        Assert.Equal(8, gone.ErrorIds.Count(id => id == "CniWrongConnection"));
        Assert.Contains("sandbox", gone.Errors[0].ToString());
    }

    [Fact]
    public void A_sandbox_with_the_same_state_file_is_the_same_sandbox()
    {
        using var folder = new TemporaryFolder();

        RunResult result = _session.Must(
            """
            $null = Connect-Cni -Sandbox -StatePath $args[0]
            $cni = @(Get-Cni)[0]
            Disconnect-Cni
            $null = Connect-Cni -Sandbox -StatePath $args[0]
            $cni | Remove-Cni -Force
            @(Get-Cni).Count
            """,
            System.IO.Path.Combine(folder.Path, "state.json"));

        Assert.Equal(7, result.One<int>());
    }

    [Fact]
    public void A_created_or_changed_object_has_its_connection()
    {
        RunResult result = _session.Must(
            """
            $one = Connect-Cni -Sandbox -NoDefault
            $null = Connect-Cni -Sandbox
            $new = Get-CniSlot -Occupied $false -Connection $one | ForEach-Object { $_ } | Where-Object { -not $script:taken } | ForEach-Object { $script:taken = $true; $_ } |
                New-CniInterconnect -Confirm:$false
            $cni = $new | New-Cni -ConduitName mine -Mtu 1500 -Confirm:$false
            $cni = $cni | Set-Cni -Mtu 1476 -PassThru -Confirm:$false
            $cni | Remove-Cni -Force
            $new | Get-CniInterconnectStatus | Remove-CniInterconnect -Force
            @(Get-Cni).Count
            @(Get-CniInterconnect -Connection $one | Where-Object Name -eq $new.Name).Count
            """);

        Assert.Equal([8, 0], result.As<int>());
    }

    [Fact]
    public void A_row_without_an_origin_uses_the_commands_connection()
    {
        Run(new PSObject(Custom("Name", "some")), "$o | Get-CniInterconnectStatus");

        Assert.Equal("/client/v4/accounts/right/cni/interconnects/some/status", Assert.Single(_right.Requests).Target);
    }

    public void Dispose()
    {
        _session.Dispose();
        _left.Dispose();
        _right.Dispose();
    }

    private static PSObject Custom(string name, object value)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty(name, value));
        return row;
    }

    // The object as it's read from that server through a connection of the session.
    private object Read(string model, ScriptedServer server, string connection)
    {
        object source = _session.Must($"${connection}").Output.Single().BaseObject;
        var origin = new CniOrigin(Samples.AccountId, new Uri(server.BaseUri), source);
        return model switch
        {
            "slot" => new CniSlot(Samples.SlotId, Samples.Facility, occupied: false, "FRA03", "10G", origin: origin),
            "physical" => new CniInterconnect(Samples.PhysicalName, Other, "direct", "FRA03", Samples.Facility, Samples.SlotId, speed: "10G", origin: origin),
            "status" => new CniInterconnectStatus(Samples.PhysicalName, "Healthy", null, DateTime.UnixEpoch, origin),
            _ => new CloudflareCni.Cni(
                Samples.CniId, Other, Samples.PhysicalName, "172.24.0.0/31", "172.24.0.1/31", new CniMagicSettings("core", "spare", 1500), origin: origin),
        };
    }

    private RunResult Run(object read, string command, string prepare = "") =>
        _session.Run($"$o, $folder = $args; {prepare}; {command}", read, System.IO.Path.GetTempPath());

    private void AssertWrong(RunResult result)
    {
        ErrorRecord error = Assert.Single(result.AllErrors);
        Assert.StartsWith("CniWrongConnection,", error.FullyQualifiedErrorId);
        Assert.Contains($"http://127.0.0.1:{_left.Port}/client/v4", error.ToString());
        Assert.Contains($"http://127.0.0.1:{_right.Port}/client/v4", error.ToString());
        Assert.Equal(0, _left.Connections);
        Assert.Equal(0, _right.Connections);
        Assert.DoesNotContain("What if", result.Screen);
    }
}
