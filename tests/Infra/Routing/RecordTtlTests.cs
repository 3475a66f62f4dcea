using DrInfra.Infra.Routing;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Routing;

public class RecordTtlTests
{
    [Theory]
    [InlineData(59, 60, 10, 30)]
    [InlineData(60, 60, 10, 30)]
    [InlineData(61, 300, 30, 90)]
    [InlineData(null, 300, 30, 90)]
    public void RtoOfAnHour_IsTheLimitOfFastRecordsAndChecks(int? minutes, int ttl, int interval, int converges)
    {
        var tier = DefaultTiers.All[0] with
        {
            Objectives = new Dictionary<Disruption, Objective>
            {
                [Disruption.Region] = new(null, minutes is { } value ? TimeSpan.FromMinutes(value) : null),
            },
        };

        Assert.Equal(ttl, RecordTtl.For(tier));
        Assert.Equal(interval, EndpointChecks.IntervalSeconds(tier));
        Assert.Equal(TimeSpan.FromSeconds(converges), EndpointChecks.ConvergesWithin(tier));
    }
}
