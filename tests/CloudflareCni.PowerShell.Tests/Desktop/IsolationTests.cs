using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Conventions;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Desktop;

/// <summary>The module's dependencies and the session's don't affect each other.</summary>
[Trait("Tier", "Slow")]
public class IsolationTests
{
    // Both use a socket, so that each RestSharp has to work.
    private const string Functions = """
        $manifest, $otherPath = $args
        function UseModule {
            Import-Module $manifest
            $script:sandbox = Start-CniSandbox
            $token = [securestring]::new()
            'practice'.ToCharArray() | ForEach-Object { $token.AppendChar($_) }
            $null = Connect-Cni -ApiToken $token -BaseUri $sandbox.BaseUri -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20
            "module $(@(Get-CniSlot).Count)"
        }
        function UseOther {
            $other = [Reflection.Assembly]::LoadFrom($otherPath)
            $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $client = $other.GetType('RestSharp.RestClient')::new([uri]"http://$($listener.LocalEndpoint)/", $null, $null, $null)
            $request = $other.GetType('RestSharp.RestRequest')::new()
            $sent = $client.ExecuteAsync($request, [Threading.CancellationToken]::None)
            $connection = $listener.AcceptTcpClient()
            $null = $connection.GetStream().Read([byte[]]::new(4096), 0, 4096)
            $answer = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 204 No Content`r`n`r`n")
            $connection.GetStream().Write($answer, 0, $answer.Length)
            "other $($sent.GetAwaiter().GetResult().StatusCode)"
            $listener.Stop()
        }
        function ShowRestSharps {
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'RestSharp' } | ForEach-Object Location
        }

        """;

    private const string ShowPrivate = """
        [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -in 'RestSharp', 'CloudflareCni.Client', 'CloudflareCni.Sandbox' }

        """;

    private static readonly string OurRestSharp = Path.Combine(ModuleBuild.Of(ModuleBuild.Core).Dependencies, "RestSharp.dll");

    [Theory(Timeout = 900_000)]
    [InlineData("106.0.0.0")]
    [InlineData("999.0.0.0")]
    public async Task The_module_works_after_another_RestSharp(string version)
    {
        using var other = new OtherRestSharp(Version.Parse(version));
        IReadOnlyList<string> lines = await RunAsync("UseOther; UseModule; UseOther; ShowRestSharps", other, TestContext.Current.CancellationToken);
        Assert.Equal(["other NoContent", "module 48", "other NoContent", other.Path, OurRestSharp], lines);
    }

    [Theory(Timeout = 900_000)]
    [InlineData("106.0.0.0")]
    [InlineData("999.0.0.0")]
    public async Task Another_RestSharp_works_after_the_module(string version)
    {
        using var other = new OtherRestSharp(Version.Parse(version));
        IReadOnlyList<string> lines = await RunAsync("UseModule; UseOther; UseModule; ShowRestSharps", other, TestContext.Current.CancellationToken);
        Assert.Equal(["module 48", "other NoContent", "module 48", OurRestSharp, other.Path], lines);
    }

    [Fact(Timeout = 900_000)]
    public async Task The_session_does_not_get_the_modules_RestSharp()
    {
        const string Script = "$null = UseModule; try { [Reflection.Assembly]::Load('RestSharp') } catch { $_.Exception.InnerException.GetType().Name }";
        Assert.Equal(["FileNotFoundException"], await RunAsync(Script, other: null, TestContext.Current.CancellationToken));
    }

    [Theory(Timeout = 900_000)]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public async Task Importing_and_connecting_do_not_load_the_client(string build)
    {
        const string Script = """
            Import-Module $args[0]
            $token = [securestring]::new()
            $token.AppendChar('x')
            $connection = Connect-Cni -ApiToken $token -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20
            "connected $($connection.IsConnected)"

            """;
        IReadOnlyList<string> lines = await ShellProcess.RunEngineScriptAsync(
            Script + ShowPrivate, TestContext.Current.CancellationToken, ModuleBuild.Of(build).Cmdlets.MainModule.FileName);
        Assert.Equal(["connected True"], lines);
    }

    private static Task<IReadOnlyList<string>> RunAsync(string script, OtherRestSharp? other, CancellationToken cancellationToken) =>
        ShellProcess.RunScriptAsync(Functions + script, cancellationToken, BuiltModule.Manifest, other?.Path ?? "");
}
