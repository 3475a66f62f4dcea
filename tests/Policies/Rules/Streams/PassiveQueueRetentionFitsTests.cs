using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class PassiveQueueRetentionFitsTests
{
    private const string Twin = "transfers-eu-central-1";

    // The RTO of a day, ten minutes until the alarm's threshold, and two until it rings.
    private const int Needed = 86_400 + 600 + 120;

    private static readonly PassiveQueueRetentionFits Rule = new();

    [Theory]
    [InlineData(Needed)]
    [InlineData(Needed + (48 * 3600))]
    public void Within_IsCompliant(int seconds) => Assert.Empty(Kept(seconds).Violations(Rule));

    [Fact]
    public void JustTooShort_IsAViolation() => Assert.Equal(
        [$"{Twin}: it keeps messages for 1d11m59s, but they are received after up to 1d12m"], Kept(Needed - 1).Violations(Rule));

    [Fact]
    public void OutlivesItsUse_IsAViolation() => Assert.Equal(
        [$"{Twin}: it keeps messages for 3d12m1s, and a failover needs 1d12m: what was processed long ago comes again"],
        Kept(Needed + (48 * 3600) + 1).Violations(Rule));

    // The service keeps messages for four days.
    [Fact]
    public void DefaultOfTheService_IsAViolation() => Assert.Contains(
        "it keeps messages for 4d", Assert.Single(FedQueues.Sound().With(Twin, "messageRetentionSeconds", null).Violations(Rule)), StringComparison.Ordinal);

    [Fact]
    public void Unknown_IsUnknown() =>
        Assert.Equal([$"{Twin}: messageRetentionSeconds"], FedQueues.Sound().With(Twin, "messageRetentionSeconds", "?").Unknown(Rule));

    [Fact]
    public void NothingPromised_IsNotJudged() =>
        Assert.Empty(Kept(1_209_600).Without("manifest-primary").Without("manifest-standby").Violations(Rule));

    private static TestGraph Kept(int seconds) => FedQueues.Sound().With(Twin, "messageRetentionSeconds", seconds);
}
