using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>No error shows the value of a parameter that can contain a secret, neither errors of the module nor binding errors of the engine.</summary>
[Trait("Tier", "Slow")]
public sealed class SecretParameterTests
{
    private const string Canary = "7351926480017351";

    private static readonly string[] Words = ["Token", "Key", "Secret", "Password", "Credential", "Proxy", "Connection", "Email"];

    /// <summary>Values of the wrong type, and values that have the right form but aren't valid.</summary>
    private static readonly Dictionary<string, object> Values = new()
    {
        ["text"] = Canary,
        ["number"] = long.Parse(Canary, System.Globalization.CultureInfo.InvariantCulture),
        ["character list"] = Canary.ToCharArray(),
        ["list"] = new object[] { Canary, Canary },
        ["list of one"] = new object[] { Canary },
        ["script block"] = ScriptBlock.Create($"'{Canary}'"),
        ["address"] = new Uri($"http://user:{Canary}@proxy.example.com:8080/path"),
        ["address that can't be one"] = $"http://user:{Canary}@proxy.example.com:port",
        ["custom object of other things"] = Custom(("Color", Canary)),
        ["custom object with a token"] = Custom(("ApiToken", Canary), ("AccountId", "a/b")),
        ["custom object with more"] = Custom(("ApiToken", Canary), ("AccountId", "mine"), ("Password", Canary)),
        ["custom object with an object"] = Custom(("ApiToken", Custom(("Value", Canary)))),
        ["custom object with a token and a key"] = Custom(("ApiToken", Canary), ("ApiKey", Canary)),
        ["hashtable of other things"] = new Hashtable { ["Color"] = Canary },
        ["hashtable with a secret as key"] = new Hashtable { [Canary] = "ApiToken" },
        ["hashtable with a list"] = new Hashtable { ["ApiToken"] = new[] { Canary } },
        ["hashtable with a number"] = new Hashtable { ["ApiToken"] = 7351926480017351L },
        ["hashtable with an address"] = new Hashtable { ["ApiToken"] = "t", ["BaseUri"] = $"https://user:{Canary}@192.0.2.1/?key={Canary}" },
        ["ordered table"] = new OrderedDictionary { ["ApiToken"] = Canary, ["Token"] = Canary },
        ["generic table"] = new Dictionary<string, string> { ["ApiToken"] = Canary, ["Token"] = Canary },
        ["getter that fails"] = Failing(),
    };

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var parameters = new TheoryData<string, string>();
            foreach ((string cmdlet, PropertyInfo parameter) in AllParameters().Where(found => IsMarked(found.Parameter)))
            {
                parameters.Add(cmdlet, parameter.Name);
            }

            return parameters;
        }
    }

    [Fact]
    public void Every_parameter_that_can_contain_a_secret_is_marked()
    {
        List<(string Cmdlet, PropertyInfo Parameter)> all = AllParameters();

        Assert.Empty(all.Where(found => CanHoldASecret(found.Parameter) && !IsMarked(found.Parameter)).Select(found => $"{found.Cmdlet} -{found.Parameter.Name}"));
        Assert.Superset(
            new HashSet<string> { "New-Cni -Md5Key", "Get-CniSlot -Connection", "Connect-Cni -Connection", "Connect-Cni -Proxy" },
            all.Where(found => IsMarked(found.Parameter)).Select(found => $"{found.Cmdlet} -{found.Parameter.Name}").ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void No_error_shows_the_argument(string cmdlet, string parameter)
    {
        using var session = new Session();
        var seen = new HashSet<string>();
        foreach ((string kind, object value) in Values)
        {
            foreach (string script in (string[])[$"{cmdlet} -{parameter} $args[0]", $"$splat = @{{ {parameter} = $args[0] }}; {cmdlet} @splat"])
            {
                RunResult result = session.RunToFirstEnd($"{script} -Verbose", value);

                // The view is slow. It shows equal errors equally, apart from their position.
                IEnumerable<string> views = result.AllErrors
                    .Where(error => seen.Add($"{error}\n{error.CategoryInfo}\n{error.FullyQualifiedErrorId}"))
                    .Select(error => session.Run("$args[0] | Out-Default", error).Screen);
                string[] shown = [result.Screen, .. result.Verbose, .. result.Warnings, .. result.AllErrors.Select(Everything), .. views];
                Assert.All(shown, text => Assert.False(text.Contains(Canary, StringComparison.Ordinal), $"{script}, {kind}: {text}"));
            }
        }
    }

    [Theory]
    [InlineData("Md5Key", "[pscustomobject]@{ Interconnect = 'x'; ConduitName = 'y'; Mtu = 1500; CustomerAsn = 64512; Md5Key = $args[0] } | New-Cni")]
    [InlineData("PairingKey", "[pscustomobject]@{ Bandwidth = '1G'; PairingKey = $args[0] } | New-CniInterconnect -WhatIf")]
    [InlineData("Connection", "$args[0] | Disconnect-Cni")]
    [InlineData("InputObject", "$args[0] | Test-CniConfiguration")]
    [InlineData("InputObject", "Import-CniConfiguration -InputObject $args[0] -WhatIf")]
    public void No_error_shows_the_piped_value(string parameter, string script)
    {
        using var session = new Session();
        foreach ((string kind, object value) in Values)
        {
            RunResult result = session.Run($"try {{ {script} }} catch {{ throw }}", value);

            Assert.All(result.AllErrors, error => Assert.False(
                Message(error).Contains(Canary, StringComparison.Ordinal), $"{parameter}, {kind}: {Message(error)}"));
        }
    }

    [Theory]
    [InlineData("[pscustomobject]@{ apitoken = 't0ken'; AccountId = 'mine'; BaseUri = 'URI' }")]
    [InlineData("[ordered]@{ ApiToken = 't0ken'; AccountId = 'mine'; BaseUri = 'URI' }")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@{ ApiToken = 't0ken'; AccountId = 'mine'; BaseUri = 'URI' }))")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize([pscustomobject]@{ ApiToken = 't0ken'; AccountId = 'mine'; BaseUri = 'URI'; RunspaceId = 1; PSComputerName = 'x' }))")]
    [InlineData("$d = [System.Collections.Generic.Dictionary[string,object]]::new(); $d.Add('ApiToken', 't0ken'); $d.Add('AccountId', 'mine'); $d.Add('BaseUri', 'URI'); $d")]
    [InlineData("class Asset { [string] $ApiToken = 't0ken'; [string] $AccountId = 'mine'; [string] $BaseUri = 'URI' }; [Asset]::new()")]
    public void An_object_with_the_right_properties_is_a_connection(string description)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using var session = new Session(connectSandbox: false);

        session.Must(
            $"$asset = & {{ {description.Replace("URI", server.BaseUri, StringComparison.Ordinal)} }}; Get-CniSettings -Connection $asset; $null = Connect-Cni -Connection $asset; Get-CniSettings");

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("Bearer t0ken", request.Header("Authorization")));
    }

    [Fact]
    public void Keys_can_be_SecureStrings()
    {
        using var session = new Session();

        RunResult result = session.Must(
            "New-Cni (Get-CniInterconnect)[0].Name -ConduitName secured -Mtu 1500 -CustomerAsn 64512 -Md5Key $args[0] -Confirm:$false", Secret.Of(" as-it-is "));

        Assert.Equal(" as-it-is ", result.One<CloudflareCni.Cni>().Bgp!.Md5Key);
    }

    private static List<(string Cmdlet, PropertyInfo Parameter)> AllParameters()
    {
        using var session = new Session(connectSandbox: false);
        return
        [
            .. from cmdlet in session.Must("Get-Command -Module CloudflareCni.PowerShell").As<CmdletInfo>()
               from parameter in cmdlet.ImplementingType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where parameter.GetCustomAttributes<ParameterAttribute>().Any()
               select (cmdlet.Name, parameter),
        ];
    }

    private static bool IsMarked(PropertyInfo parameter) =>
        parameter.GetCustomAttributes().Any(attribute => attribute.GetType().BaseType!.Name == "SecretTransformationAttribute");

    private static bool CanHoldASecret(PropertyInfo parameter)
    {
        Type type = parameter.PropertyType.GetElementType() ?? Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
        return type != typeof(SwitchParameter)
            && (type == typeof(SecureString) || type == typeof(PSCredential) || type.Name == "CniConnection"
                || Words.Any(word => parameter.Name.Contains(word, StringComparison.Ordinal)));
    }

    private static string Everything(ErrorRecord error) => string.Join(
        '\n',
        error,
        error.Exception,
        error.ErrorDetails,
        error.CategoryInfo.ToString(),
        error.TargetObject,
        error.FullyQualifiedErrorId,
        error.InvocationInfo?.Line,
        error.InvocationInfo?.PositionMessage,
        error.ScriptStackTrace);

    private static string Message(ErrorRecord error) => $"{error}\n{error.Exception}\n{error.ErrorDetails}";

    private static PSObject Custom(params (string Name, object Value)[] properties)
    {
        var custom = new PSObject();
        foreach ((string name, object value) in properties)
        {
            custom.Properties.Add(new PSNoteProperty(name, value));
        }

        return custom;
    }

    private static PSObject Failing()
    {
        PSObject custom = Custom(("AccountId", "mine"));
        custom.Properties.Add(new PSScriptProperty("ApiToken", ScriptBlock.Create($"throw '{Canary}'")));
        return custom;
    }
}
