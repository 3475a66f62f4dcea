using DrInfra.Infra.Operations;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Operations;

public class UnreachableDetectionTests
{
    [Fact]
    public void Longest_IsTheRestOfAGoodPeriodTheBadOnesAndTheEvaluation() =>
        Assert.Equal(TimeSpan.FromMinutes(5), UnreachableDetection.Longest);

    // What the rest of the platform counts with must not be shorter than what the alarm takes.
    [Fact]
    public void Longest_FitsWhatDetectorsPromise() => Assert.All(
        DefaultTiers.All, tier => Assert.True(UnreachableDetection.Longest <= Detectors.Within(tier, hasEndpoint: true)));

    [Fact]
    public void Longest_LeavesAutomaticTiersMostOfTheirTime() => Assert.All(
        DefaultTiers.All.Where(tier => tier.Decide.Within is null),
        tier => Assert.True(UnreachableDetection.Longest <= tier.For(Disruption.Region).Rto / 5));
}
