using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniMagicRouteTests
{
    [Theory]
    [InlineData("", 9)]
    [InlineData("10.10.0.0/16", 2)]
    [InlineData("10.1?.*", 4)]
    [InlineData("-NextHop 172.24.0.0", 2)]
    [InlineData("10.10.* -NextHop 172.24.0.2, 172.24.0.0", 2)]
    [InlineData("-NextHop 192.0.2.*", 0)]
    public void Routes_are_selected_by_prefix_and_next_hop(string arguments, int count)
    {
        using var session = new Session();

        RunResult result = session.Must($"Get-CniMagicRoute {arguments} -Verbose");

        Assert.Equal(count, result.As<CniMagicRoute>().Count);
        Assert.Equal(["GET /magic/routes"], result.Requests());
    }

    [Fact]
    public void The_routes_over_a_CNI_are_removed_with_the_CNI()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-Cni | Where-Object ConduitName -eq core-primary | Remove-Cni -Force; Get-CniMagicRoute 10.10.*");

        Assert.Equal("172.24.0.2", Assert.Single(result.As<CniMagicRoute>()).NextHop);
    }

    [Fact]
    public void Routes_that_share_the_traffic_have_one_priority()
    {
        using var session = new Session();

        CniMagicRoute[] shared = [.. session.Must("Get-CniMagicRoute 10.10.0.0/16").As<CniMagicRoute>()];

        Assert.Equal([100, 100], shared.Select(route => route.Priority));
        Assert.Equal(2, shared.Select(route => route.NextHop).Distinct().Count());
    }
}
