using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;

namespace DrInfra.Tests.Infra.Cluster;

public class ServiceRangeTests
{
    [Theory]
    [InlineData("10.64.0.0/16", "172.20.0.0/16")]
    [InlineData("10.100.0.0/16", "172.20.0.0/16")]
    [InlineData("172.19.0.0/16", "172.20.0.0/16")]
    [InlineData("172.20.0.0/16", "10.100.0.0/16")]
    [InlineData("172.20.4.0/22", "10.100.0.0/16")]
    public void Services_AreBesideTheNetwork(string network, string expected)
    {
        Assert.True(AddressRange.TryParse(network, out var range));

        Assert.Equal(expected, ServiceRange.Beside(range).ToString());
    }
}
