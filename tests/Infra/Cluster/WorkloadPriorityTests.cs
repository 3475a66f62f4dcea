using DrInfra.Infra.Cluster;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Cluster;

public class WorkloadPriorityTests
{
    [Theory]
    [InlineData("00:30:00", 999_970)]
    [InlineData("01:00:00", 999_940)]
    [InlineData("3.00:00:00", 995_680)]
    [InlineData("695.00:00:00", 1)]
    [InlineData(null, 0)]
    public void Priority_FallsWithTheRtoForLossOfTheRegion(string? rto, int expected) => Assert.Equal(expected, WorkloadPriority.Of(DefaultTiers.All[0] with
    {
        Objectives = new Dictionary<Disruption, Objective>
        {
            [Disruption.Region] = new(null, rto is null ? null : TimeSpan.Parse(rto, System.Globalization.CultureInfo.InvariantCulture)),
        },
    }));

    [Fact]
    public void DefaultTiers_AreInTheOrderOfTheirPriorities() => Assert.Equal(
        DefaultTiers.All, DefaultTiers.All.OrderByDescending(WorkloadPriority.Of));
}
