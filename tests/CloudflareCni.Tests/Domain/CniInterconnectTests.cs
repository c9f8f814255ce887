using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class CniInterconnectTests
{
    [Fact]
    public void An_interconnect_with_a_facility_and_a_slot_is_physical_whatever_its_type()
    {
        var interconnect = new CniInterconnect("ic-1", "acc", "something new", facility: new CniFacility("FR5", []), slotId: Guid.NewGuid());

        Assert.Equal(CniInterconnectKind.Physical, interconnect.Kind);
    }

    [Theory]
    [InlineData(null, CniInterconnectKind.GcpPartner)]
    [InlineData("gcp_partner", CniInterconnectKind.GcpPartner)]
    [InlineData("GCP", CniInterconnectKind.GcpPartner)]
    [InlineData("aws_partner", CniInterconnectKind.Other)]
    [InlineData("direct", CniInterconnectKind.Other)]
    [InlineData("", CniInterconnectKind.Other)]
    public void With_a_region_it_is_a_GCP_partners_unless_its_type_is_anothers(string? type, CniInterconnectKind kind) =>
        Assert.Equal(kind, new CniInterconnect("ic-1", "acc", type, region: "us-east4").Kind);

    [Fact]
    public void An_interconnect_with_neither_is_of_another_kind() =>
        Assert.Equal(CniInterconnectKind.Other, new CniInterconnect("ic-1", "acc", "direct").Kind);
}
