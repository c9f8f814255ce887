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

    public const string Cni = """
        {"id":"9b1de7a4-2f6c-4b6e-8b0a-6f1c2d3e4f50","account":"acc","cust_ip":"192.168.3.4/31","interconnect":"CNI-0001",
         "magic":{"conduit_name":"conduit","description":"","mtu":1476},"p2p_ip":"192.168.3.5/31",
         "bgp":{"customer_asn":4294967295,"extra_prefixes":["10.0.0.0/8","fd00::/8"],"md5_key":"a'b\\c`d"},"bgp_mode":"advertise_only"}
        """;
}
