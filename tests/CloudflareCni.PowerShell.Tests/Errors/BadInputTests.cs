using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Errors;

/// <summary>Invalid input is rejected with a clear error before any request.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Id = "b0000000-0000-4000-8000-000000000001";
    private static readonly string TooLong = new('x', 201);

    private readonly ScriptedServer _server = ScriptedServer.Always(ScriptedAnswer.Failure(500, "asked"));
    private readonly Session _session;

    public BadInputTests() => _session = _server.Connect();

    /// <summary>The command, and a part of the message.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "Get-CniSlot no-guid", "'no-guid' isn't a slot ID" },
        { "Get-Cni no-guid", "'no-guid' isn't a CNI ID" },
        { "Get-Cni -Slot no-guid", "'no-guid' isn't a slot ID" },
        { "Set-Cni no-guid -Mtu 1500", "'no-guid' isn't a CNI ID" },
        { "Remove-Cni no-guid -Force", "'no-guid' isn't a CNI ID" },
        { "New-CniInterconnect no-guid", "'no-guid' isn't a slot ID" },
        { "New-Cni a -ConduitName x -Mtu 575", "575" },
        { "New-Cni a -ConduitName x -Mtu 9217", "9217" },
        { $"Set-Cni {Id} -Mtu 575", "575" },
        { $"Set-Cni {Id} -Mtu 9217", "9217" },
        { "New-Cni a -ConduitName x -Mtu 1500 -CustomerAsn 0", "0 isn't an AS number" },
        { "New-Cni a -ConduitName x -Mtu 1500 -CustomerAsn 4294967296", "4294967296 isn't an AS number" },
        { $"Set-Cni {Id} -CustomerAsn 0", "0 isn't an AS number" },
        { $"Set-Cni {Id} -CustomerAsn 4294967296", "4294967296 isn't an AS number" },
        { "Set-CniSettings 0", "0 isn't an AS number" },
        { "Set-CniSettings 4294967296", "4294967296 isn't an AS number" },
        { "New-Cni a -ConduitName x -Mtu 1500 -CustomerAsn 64512 -Md5Key 'ab?c'", "at position 3" },
        { "New-Cni a -ConduitName x -Mtu 1500 -CustomerAsn 64512 -Md5Key \"a`tb\"", "U+0009" },
        { $"Set-Cni {Id} -Md5Key 'a\"b'", "at position 2" },
        { $"Set-Cni {Id} -Md5Key ''", "is empty" },
        { "New-Cni a -ConduitName x -Mtu 1500 -CustomerAsn 64512 -ExtraPrefix 10.0.0.1/24", "10.0.0.0/24" },
        { $"Set-Cni {Id} -ExtraPrefix 10.0.0.0/24, 10.0.1.1/24", "10.0.1.0/24" },
        { $"Set-Cni {Id} -ExtraPrefix 10.0.0.0/33", "10.0.0.0/33" },
        { $"Set-Cni {Id} -CustIp 10.0.0.0/31 -P2pIp 10.0.0.2/31", "10.0.0.2/31" },
        { $"Set-Cni {Id} -CustIp 10.0.0.0/31 -P2pIp 10.0.0.1/30", "10.0.0.1/30" },
        { $"Set-Cni {Id} -CustIp 10.0.0.256/31", "10.0.0.256/31" },
        { "Save-CniLoa a -CustomerName ''", "is blank" },
        { "Save-CniLoa a -CustomerName $args[0]", "201 characters" },
        { "New-Cni .. -ConduitName x -Mtu 1500", "'..' can't be the name of an interconnect" },
        { "New-Cni a -ConduitName x -Mtu 1500 -Md5Key k", "-CustomerAsn" },
        { "New-Cni a -ConduitName x -Mtu 1500 -ExtraPrefix 10.0.0.0/24", "-CustomerAsn" },
        { $"Set-Cni {Id} -RemoveBgp -CustomerAsn 64512", "-RemoveBgp" },
        { $"Set-Cni {Id} -RemoveMd5Key -Md5Key k", "can't be used together" },
        { "New-CniInterconnect -PairingKey k -Bandwidth 3G", "'3G' isn't a bandwidth" },
        { "Get-CniSettings -AccountId a/b", "position 2" },
    };

    public void Dispose()
    {
        _session.Dispose();
        _server.Dispose();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Is_rejected_before_any_request(string script, string says)
    {
        RunResult result = _session.RunToFirstEnd(script, TooLong);

        ErrorRecord error = Assert.Single(result.AllErrors);
        Assert.StartsWith("CniInvalidArgument,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(says, error.ToString());
        Assert.IsType<CniArgumentException>(error.Exception);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("Get-CniInterconnectStatus .")]
    [InlineData("Get-CniLoaName ..")]
    [InlineData("Remove-CniInterconnect .. -Force")]
    [InlineData("Save-CniLoa .. -LiteralPath $args[0]")]
    public void A_name_that_would_change_the_path_is_rejected_before_any_request(string script)
    {
        RunResult result = _session.RunToFirstEnd(script, System.IO.Path.GetTempPath());

        Assert.Equal("CniInvalidArgument", Assert.Single(result.ErrorIds));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void An_MD5_key_is_not_shown()
    {
        RunResult result = _session.RunToFirstEnd($"Set-Cni {Id} -Md5Key 'hush?hush'");

        Assert.DoesNotContain("hush", result.AllErrors.Single().ToString());
    }

    [Theory]
    [InlineData("Get-CniSlot -PageSize 0", "ParameterArgumentValidationError")]
    [InlineData("Get-CniSlot -Site ''", "ParameterArgumentValidationError")]
    [InlineData("Get-CniSettings -AccountId ''", "ParameterArgumentValidationError")]
    [InlineData("New-Cni a -ConduitName ' ' -Mtu 1500", "ParameterArgumentValidationErrorEmptyStringNotAllowed")]
    [InlineData("New-CniInterconnect -PairingKey ' ' -Bandwidth 1G", "ParameterArgumentValidationErrorEmptyStringNotAllowed")]
    [InlineData("New-Cni a -ConduitName x -Mtu many", "ParameterArgumentTransformationError")]
    [InlineData("Set-CniSettings many", "ParameterArgumentTransformationError")]
    public void The_engine_rejects_invalid_values_before_any_request(string script, string id)
    {
        RunResult result = _session.RunToFirstEnd(script);

        Assert.Equal(id, Assert.Single(result.ErrorIds));
        Assert.Empty(_server.Requests);
    }
}
