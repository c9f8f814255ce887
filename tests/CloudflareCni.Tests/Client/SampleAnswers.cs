using System;

namespace CloudflareCni.Tests.Client;

/// <summary>Responses of the API, as in its published schema.</summary>
internal static class SampleAnswers
{
    public static readonly Guid SlotId = Guid.Parse("5f2c7f0e-8a1d-4c37-9d55-0d7f4a3b2c11");
    public static readonly Guid CniId = Guid.Parse("9b1de7a4-2f6c-4b6e-8b0a-6f1c2d3e4f50");

    public const string Facility = """{"address":["Kruppstraße 121-127","60388 Frankfurt","Germany"],"name":"Equinix FR5"}""";

    public const string Slot = $$"""
        {"id":"5f2c7f0e-8a1d-4c37-9d55-0d7f4a3b2c11","facility":{{Facility}},"occupied":true,"site":"fra01","speed":"10G","account":"occupant","ccr_device_name":null}
        """;

    public const string Physical = $$"""
        {"account":"acc","facility":{{Facility}},"name":"CNI-0001","site":"fra01","slot_id":"5f2c7f0e-8a1d-4c37-9d55-0d7f4a3b2c11","speed":"10G","type":"direct","owner":"me","ccr_device_name":"edge1"}
        """;

    public const string GcpPartner = """
        {"account":"acc","name":"GCP-0001","region":"us-east4","type":"gcp_partner","speed":"1G","virtual_port_reservation_id":"vpr-1"}
        """;

    public const string Magic = """
        {"id":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","name":"conduit","colo_name":"fra01","description":"a link","version":"1","mtu":1476,
         "interface_address":"192.168.3.5/31","interface_address6":"fd00::1/127","automatic_return_routing":true,"gre":{"cloudflare_endpoint":"172.64.240.1"},
         "health_check":{"enabled":true,"rate":"mid","type":"reply","direction":"unidirectional","target":{"saved":"","effective":"192.168.3.4"},"source":"10.0.0.1"},
         "bgp":{"customer_asn":64512,"extra_prefixes":["10.0.0.0/8"],"md5_key":"a'b\\c`d","import_filter_id":"in-1","export_filter_id":"out-1"},
         "virtual_port_reservation_id":"5f2c7f0e8a1d4c379d550d7f4a3b2c11","created_on":"2026-03-01T08:00:00Z","modified_on":"2026-03-02T09:30:00.5+01:00"}
        """;

    public const string Route = """
        {"id":"1a2b3c4d5e6f708192a3b4c5d6e7f809","prefix":"10.10.0.0/16","nexthop":"192.168.3.4","priority":100,"weight":64,
         "scope":{"colo_names":["fra01"],"colo_regions":["WEUR"]},"description":"core","created_on":"2026-03-01T08:00:00Z","modified_on":"2026-03-01T08:00:00Z"}
        """;

    public const string Cni = """
        {"id":"9b1de7a4-2f6c-4b6e-8b0a-6f1c2d3e4f50","account":"acc","cust_ip":"192.168.3.4/31","interconnect":"CNI-0001",
         "magic":{"conduit_name":"conduit","description":"","mtu":1476},"p2p_ip":"192.168.3.5/31",
         "bgp":{"customer_asn":4294967295,"extra_prefixes":["10.0.0.0/8","fd00::/8"],"md5_key":"a'b\\c`d"},"bgp_mode":"advertise_only"}
        """;
}
