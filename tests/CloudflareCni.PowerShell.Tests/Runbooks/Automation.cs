using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudflareCni.PowerShell.Tests.Engine;

namespace CloudflareCni.PowerShell.Tests.Runbooks;

/// <summary>An Automation account with assets. Its jobs run the runbooks of the repository in the hosted engine.</summary>
internal sealed class Automation : IDisposable
{
    // Replacements for the cmdlets of Azure Automation, and for cmdlets of PowerShell that the hosted engine doesn't have.
    private const string StandIns =
        """
        param($assets, $variables, $toJson, $fromJson, $post)
        $global:CniTestAssets = $assets; $global:CniTestVariables = $variables
        $global:CniTestToJson = $toJson; $global:CniTestFromJson = $fromJson; $global:CniTestPost = $post
        function global:Get-AutomationPSCredential { param([string] $Name) $CniTestAssets[$Name] }
        function global:Get-AutomationConnection { param([string] $Name) $CniTestAssets[$Name] }
        function global:Get-AutomationVariable { param([string] $Name) $CniTestVariables[$Name] }
        function global:Set-AutomationVariable { param([string] $Name, [string] $Value) $CniTestVariables[$Name] = $Value }
        function global:Write-Warning { [CmdletBinding()] param([string] $Message) $PSCmdlet.WriteWarning($Message) }
        function global:ConvertTo-Json { param($InputObject, [int] $Depth, [switch] $Compress) $CniTestToJson.Invoke($InputObject) }
        function global:ConvertFrom-Json { param([string] $InputObject) , $CniTestFromJson.Invoke($InputObject) }
        function global:Invoke-RestMethod { [CmdletBinding()] param($Method, $Uri, $ContentType, [byte[]] $Body, $TimeoutSec) $CniTestPost.Invoke($Body) }
        """;

    private readonly Session _session = new(connectSandbox: false);
    private readonly Hashtable _assets = [];

    /// <summary>Creates an account whose Cloudflare asset connects to a server.</summary>
    public Automation(string baseUri, string token = "practice")
    {
        _assets["Cloudflare"] = new Hashtable { ["AccountId"] = Samples.AccountId, ["ApiToken"] = token, ["BaseUri"] = baseUri };
        Func<byte[], object?> post = body =>
        {
            Posts.Add(System.Text.Encoding.UTF8.GetString(body));
            return WebhookFails ? throw new IOException("the webhook is not there") : null;
        };
        _session.Must(StandIns, _assets, Variables, (Func<object?, string>)(value => ToNode(value)!.ToJsonString()), (Func<string, object[]>)FromJson, post);

        // Tests don't wait for retries.
        _session.Must("$global:PSDefaultParameterValues = @{ 'Connect-Cni:MaximumRetryCount' = 0 }");
    }

    /// <summary>The variable assets.</summary>
    public Hashtable Variables { get; } = new() { ["CniStates"] = "", ["CniLink"] = "", ["Hook"] = "https://hooks.example.com/hush-hush" };

    /// <summary>The requests to the webhook.</summary>
    public List<string> Posts { get; } = [];

    public bool WebhookFails { get; set; }

    /// <summary>Runs a runbook of the repository, with the connection asset Cloudflare.</summary>
    /// <param name="name">The runbook.</param>
    /// <param name="parameters">Its other parameters.</param>
    /// <returns>The result of the job.</returns>
    public RunResult Run(string name, Hashtable? parameters = null)
    {
        var all = new Hashtable(parameters ?? []) { ["AssetType"] = "Connection" };
        string text = File.ReadAllText(Path.Combine(BuiltModule.Repository, "docs", "runbooks", name + ".ps1"));
        return _session.Run("param($text, $parameters) $VerbosePreference = 'Continue'; & ([scriptblock]::Create($text)) @parameters", text, all);
    }

    public void Dispose() => _session.Dispose();

    private static JsonNode? ToNode(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        IDictionary table => new JsonObject(table.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, ToNode(table[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToNode)]),
        object other => throw new NotSupportedException(other.GetType().Name),
    };

    private static object[] FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(item =>
        {
            var row = new PSObject();
            foreach (JsonProperty property in item.EnumerateObject())
            {
                row.Properties.Add(new PSNoteProperty(property.Name, property.Value.GetString()));
            }

            return row;
        })];
    }
}
