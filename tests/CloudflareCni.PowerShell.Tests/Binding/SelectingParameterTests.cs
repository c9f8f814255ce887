using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Binding;

/// <summary>A value that selects objects can't be null or empty. As an unspecified value, it would select everything.</summary>
[Trait("Tier", "Slow")]
public sealed class SelectingParameterTests : IDisposable
{
    // Parameters that don't select objects. Every parameter that isn't listed here counts as selecting.
    private static readonly string[] Settings =
    [
        "ConduitName", "Description", "Mtu", "CustIp", "P2pIp", "CustomerAsn", "ExtraPrefix", "Md5Key", "BgpMode", "PairingKey", "Bandwidth", "DefaultAsn",
        "Path", "LiteralPath", "CustomerName", "PageSize", "ThrottleLimit", "TimeoutSec", "PollIntervalSec", "SlotCount", "StatePath", "ReadyAfterSec",
        "InterfaceName", "AdvertisePrefix", "ImportPrefix", "StaticPrefix", "HoldTimeSec", "RoutePriority",
    ];

    private static readonly object?[] Nothings =
        [null, "", " ", "\r\n", Array.Empty<object>(), new object?[] { null }, new object?[] { null, "x" }, new object?[] { "x", "" }];

    private readonly ScriptedServer _server = ScriptedServer.Always(ScriptedAnswer.Failure(500, "asked"));
    private readonly Session _session;

    public SelectingParameterTests() => _session = _server.Connect();

    public void Dispose()
    {
        _session.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Null_and_empty_values_fail_to_bind_to_every_selecting_parameter()
    {
        List<string> bound = [];
        foreach ((string cmdlet, ParameterMetadata parameter) in ModuleParameters.Read(_session).Where(one => Selects(one.Cmdlet, one.Parameter)))
        {
            foreach (object? nothing in Nothings)
            {
                RunResult result = _session.Run("$given = @{ $args[1] = $args[2] }; & $args[0] @given", cmdlet, parameter.Name, nothing);
                if (result.AllErrors is not [{ Exception: ParameterBindingException }])
                {
                    bound.Add($"{cmdlet} -{parameter.Name} {Show(nothing)}: {string.Join("; ", result.AllErrors)}");
                }
            }
        }

        Assert.Empty(bound);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [MemberData(nameof(PipelineBindingTests.Commands), MemberType = typeof(PipelineBindingTests))]
    public void Null_and_empty_values_from_the_pipeline_are_errors_without_a_request(string command)
    {
        if (!TakesThePipeline(command))
        {
            return;
        }

        foreach (object? nothing in new object?[] { null, "", " " })
        {
            // In a list, so that the null is sent down the pipeline.
            RunResult result = _session.Run($"$secret = $folder = [IO.Path]::GetTempPath(); $args[0] | {command}", [new[] { nothing }]);

            Assert.IsAssignableFrom<ParameterBindingException>(Assert.Single(result.AllErrors).Exception);
        }

        Assert.Empty(_server.Requests);
    }

    [Theory]
    [MemberData(nameof(PipelineBindingTests.Commands), MemberType = typeof(PipelineBindingTests))]
    public void An_empty_pipeline_does_not_send_a_request(string command)
    {
        if (TakesThePipeline(command))
        {
            Assert.Empty(_session.Must($"$folder = [IO.Path]::GetTempPath(); @() | {command}").Output);
            Assert.Empty(_server.Requests);
        }
    }

    [Theory]
    [InlineData("@($null, 'a') | Get-CniInterconnect", "GET /interconnects/a")]
    [InlineData("'', 'a' | Get-CniInterconnectStatus", "GET /interconnects/a/status")]
    public void The_pipeline_continues_with_the_other_objects(string script, string request)
    {
        using var session = new Session();

        RunResult result = session.Run(script + " -Verbose");

        Assert.Equal(2, result.Errors.Count);
        Assert.Equal([request], result.Requests());
    }

    private static bool Selects(string cmdlet, ParameterMetadata parameter) => cmdlet switch
    {
        "Connect-Cni" => parameter.Name == "AccountId",
        "Start-CniSandbox" when parameter.Name == "Port" => false,
        _ => !Settings.Contains(parameter.Name),
    };

    private bool TakesThePipeline(string command) => ModuleParameters.Read(_session)
        .Where(one => one.Cmdlet == command.Split(' ')[0])
        .Any(one => one.Parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline));

    private static string Show(object? nothing) => nothing switch
    {
        null => "$null",
        object?[] list => $"@({string.Join(", ", list.Select(Show))})",
        _ => $"'{nothing}'",
    };
}
