using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class FedQueueConsumersDeduplicateTests
{
    private static readonly FedQueueConsumersDeduplicate Rule = new();

    [Fact]
    public void Stated_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void NotStated_IsAViolation() => Assert.Equal(
        ["manifest-primary: nothing says by what consumers of transfers recognize a message that eu-central-1 gets again: deduplicateBy"],
        FedQueues.Sound().With("manifest-primary", "insecureValue/stores/0/deduplicateBy", null)
            .With("manifest-standby", "insecureValue/stores/0/deduplicateBy", null).Violations(Rule));

    [Fact]
    public void NoManifest_IsNotJudged() =>
        Assert.Empty(FedQueues.Sound().Without("manifest-primary").Without("manifest-standby").Violations(Rule));
}
