using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Xunit;

namespace CloudflareCni.Tests.Domain;

/// <summary>Tests the credential and the options. They never show a secret, and different options have different clients.</summary>
public sealed class CniClientOptionsTests
{
    private const string Secret = "hunter2";
    private const string Password = "pass.word";

    private static readonly CniProxy Proxy = CniProxy.Read(new Uri("http://proxy.example.com:8080"), new NetworkCredential("user", Password))!;

    private static readonly CniClientOptions Options = new() { Credential = CniCredential.FromKey("me@example.com", Secret), Proxy = Proxy };

    public static TheoryData<string> Settings => [.. typeof(CniClientOptions).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name)];

    private static Dictionary<string, CniClientOptions[]> Others => new()
    {
        [nameof(Options.BaseAddress)] = [Options with { BaseAddress = new Uri("https://example.com/v4") }],
        [nameof(Options.Credential)] =
        [
            Options with { Credential = CniCredential.FromToken(Secret) },
            Options with { Credential = CniCredential.FromKey("you@example.com", Secret) },
            Options with { Credential = CniCredential.FromKey("me@example.com", "hunter3") },
        ],
        [nameof(Options.Timeout)] = [Options with { Timeout = TimeSpan.FromSeconds(61) }],
        [nameof(Options.Proxy)] =
        [
            Options with { Proxy = null },
            Options with { Proxy = CniProxy.Read(Proxy.Address) },
            Options with { Proxy = CniProxy.Read(Proxy.Address, useDefaultCredentials: true) },
            Options with { Proxy = CniProxy.Read(Proxy.Address, new NetworkCredential("user", "other")) },
            Options with { Proxy = CniProxy.Read(new Uri("http://proxy.example.com"), new NetworkCredential("user", Password)) },
        ],
        [nameof(Options.MaximumRetryCount)] = [Options with { MaximumRetryCount = 0 }],
        [nameof(Options.MaximumRetryAfter)] = [Options with { MaximumRetryAfter = TimeSpan.Zero }],
        [nameof(Options.RequestLimit)] = [Options with { RequestLimit = 0 }, Options with { RequestLimit = 7 }],
        [nameof(Options.UserAgent)] = [Options with { UserAgent = "other" }],
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Options_that_differ_in_one_setting_have_other_fingerprints(string setting)
    {
        string[] fingerprints = [Options.Fingerprint(), .. Others[setting].Select(other => other.Fingerprint())];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
    }

    [Fact]
    public void Equal_options_have_one_fingerprint_that_holds_no_secret()
    {
        var same = new CniClientOptions
        {
            Credential = CniCredential.FromKey("me@example.com", Secret),
            Proxy = CniProxy.Read(new Uri($"http://user:{Password}@proxy.example.com:8080")),
        };

        Assert.Equal(Options.Fingerprint(), same.Fingerprint());
        Assert.Matches("^[0-9a-f]{64}$", same.Fingerprint());
    }

    [Fact]
    public void No_text_of_an_object_shows_a_secret()
    {
        object[] objects = [Options, Options.Credential, CniCredential.FromToken(Secret), Proxy];

        Assert.Equal(
            ["https://api.cloudflare.com/client/v4, API key of me@example.com", "API key of me@example.com", "API token", "http://proxy.example.com:8080/"],
            objects.Select(shown => shown.ToString()));
        Assert.All(objects, shown =>
        {
            string json = JsonSerializer.Serialize(shown);
            Assert.DoesNotContain(Secret, json, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, json, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_debugger_shows_no_secret_by_itself() => Assert.All([typeof(CniCredential), typeof(CniProxy)], type =>
    {
        Assert.NotNull(type.GetCustomAttribute<DebuggerDisplayAttribute>());
        Assert.All(
            type.GetMembers(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(member => member.Name is "Secret" or "Parts" or "_credential"),
            member => Assert.Equal(DebuggerBrowsableState.Never, member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
    });

    [Theory]
    [InlineData("https://api.cloudflare.com/client/v4", null, 1200)]
    [InlineData("https://api.cloudflare.com/client/v4", 0, null)]
    [InlineData("https://api.cloudflare.com/client/v4", 5, 5)]
    [InlineData("http://localhost:8080/client/v4", null, null)]
    [InlineData("http://127.0.0.1:8080/client/v4", 5, 5)]
    public void The_request_limit_is_Cloudflares_unless_told_otherwise_and_none_on_this_machine(string address, int? limit, int? effective) =>
        Assert.Equal(effective, (Options with { BaseAddress = new Uri(address), RequestLimit = limit }).EffectiveRequestLimit);
}
