using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

/// <summary>Tests that each rejection and each warning also says what to do or what can happen. The first half of a message doesn't help by itself.</summary>
public sealed class AdviceTests
{
    private const string Parameter = Refusal.Parameter;

    public static TheoryData<string, Action> Rejections { get; } = new()
    {
        { "The API token is empty. Enter it exactly as Cloudflare shows it.", () => CredentialRules.Check(Parameter, "", "API token") },
        { "(white space, a control character or a character outside ASCII). Copy it again, without the word Bearer and without a line break.", () => CredentialRules.Check(Parameter, "a b", "API token") },
        { "Remove it, and pass the credential to Connect-Cni.", () => BaseAddressRules.Check(Parameter, "https://user@host/") },
        { "which would expose the credential on the network. Use https; http is allowed only for this computer (localhost).", () => BaseAddressRules.Check(Parameter, "http://host/") },
        { "Use an address such as http://proxy.example.com:8080. The supported schemes are http, https, socks4, socks4a, socks5.", () => ProxyRules.Check(Parameter, new Uri("ftp://host")) },
        { "which a proxy address can't have. In a user name or password, write / as %2F, ? as %3F and # as %23, or use -ProxyCredential.", () => ProxyRules.Check(Parameter, new Uri("http://host/x")) },
        { "Use an address between the first and the last.", () => PointToPointRules.Check(Parameter, "10.0.0.0/30") },
        { "CustIp and P2pIp must differ.", () => PointToPointRules.CheckPair(Parameter, IpPrefix.Parse("x", "10.0.0.0/31"), IpPrefix.Parse("x", "10.0.0.0/31")) },
        { "but both ends must be in the same prefix. To move a link to another prefix, use both -CustIp and -P2pIp.", () => PointToPointRules.CheckPair(Parameter, IpPrefix.Parse("x", "10.0.0.1/31"), IpPrefix.Parse("x", "10.0.0.2/31")) },
        { "is out of range. Use a value from 576 to 9216; 1476 and 1500 are typical.", () => MtuRules.Check(Parameter, 1) },
        { "The MD5 key is empty. Use at least one character.", () => Md5KeyRules.Check(Parameter, "") },
        { "Only U+0020 to U+007E are allowed, except the quotation mark (\") and the question mark (?).", () => Md5KeyRules.Check(Parameter, "?") },
        { "Use Get-CniInterconnect to list the names.", () => NameRules.CheckInterconnect(Parameter, ".") },
        { "It has 32 letters and digits and isn't the account's name. The dashboard's address shows it after dash.cloudflare.com/.", () => NameRules.CheckAccountId(Parameter, "a b") },
        { "is blank. Use at least one visible character.", () => NameRules.CheckConduit(Parameter, " ") },
        { "which can't be sent. Remove it.", () => NameRules.CheckConduit(Parameter, "a\n") },
        { "has 201 characters. Use at most 200.", () => LoaNameRules.Check(Parameter, new string('x', 201)) },
        { "isn't a bandwidth of a GCP partner interconnect. Use one of 50M, 100M, 200M, 300M, 400M, 500M, 1G, 2G, 5G, 10G, 20G, 50G.", () => Bandwidths.Check(Parameter, "3G") },
        { "To find slots at a site, use Get-CniSlot.", () => IdRules.Check(Parameter, "x", "slot", "To find slots at a site, use Get-CniSlot.") },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void A_rejection_ends_with_what_to_do(string advice, Action check) => Assert.EndsWith(advice, Refusal.Of(check), StringComparison.Ordinal);

    public static TheoryData<string, string?> Warnings { get; } = new()
    {
        { "Sessions are eBGP only, so use a different AS number for the customer's end.", Assert.Single(AsnRules.WarnCustomer(13335)) },
        { "AS65550 is also the account's default AS number. Sessions are eBGP only, so use a different AS number for the customer's end.", Assert.Single(AsnRules.WarnCustomer(65550, 65550)) },
        { "isn't consistent about whether a private AS number is allowed.", Assert.Single(AsnRules.WarnCustomer(64512)) },
        { "documents only 64512 to 65534 as private AS numbers for an account. Cloudflare may refuse it.", Assert.Single(AsnRules.WarnAccount(4200000000)) },
        { "No network can use it as its own.", Assert.Single(AsnRules.WarnAccount(23456)) },
        { "AS65535 is reserved (RFC 7300). No network can use it as its own.", Assert.Single(AsnRules.WarnAccount(65535)) },
        { "It must equal the MTU of the VLAN attachment.", MtuRules.Warn(1476, CniInterconnectKind.GcpPartner) },
        { "Cloudflare documents 1476 for dataplane v1 (GRE) and 1500 for v2.", MtuRules.Warn(9000, CniInterconnectKind.Physical) },
        { "but many routers (Linux, FRR, Equinix) accept at most 80. The session may not come up.", Md5KeyRules.Warn(new string('x', 81)) },
        { "but Cloudflare documents a /31 for point-to-point links. Cloudflare may refuse it.", PointToPointRules.Warn(IpPrefix.Parse("x", "10.0.0.1/30")) },
        { "(dynamic_route_exchange, advertise_only). It's sent unchanged.", BgpModeRules.Warn("new_mode") },
        { "(Healthy, Pending, Unhealthy, Down). The interconnect may never reach it.", Assert.Single(InterconnectStates.Warn(["Up"])) },
    };

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_warning_ends_with_what_can_happen(string consequence, string? warning) => Assert.EndsWith(consequence, warning, StringComparison.Ordinal);

    [Fact]
    public void A_list_that_does_not_end_is_an_error_of_the_server_that_may_pass()
    {
        var guard = new CursorGuard();
        guard.Check(1, itemCount: 1);

        Assert.EndsWith(
            "so the list doesn't end. This is a server error. Try again later.",
            Assert.Throws<CniException>(() => guard.Check(1, itemCount: 1)).Message,
            StringComparison.Ordinal);
    }
}
