using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueFeedsAreAlikeTests
{
    private const string Feed = "feed-eu-west-1-eu-central-1";

    private static readonly QueueFeedsAreAlike Rule = new();

    [Fact]
    public void Alike_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    // What both leave out nobody misses in one Region.
    [Fact]
    public void SameFilterOnBoth_IsCompliant() => Assert.Empty(FedQueues.Sound()
        .With(Feed, "filterPolicy", """{"kind":["urgent"]}""").With("feed-eu-west-1-eu-west-1", "filterPolicy", """{"kind":["urgent"]}""").Violations(Rule));

    [Theory]
    [InlineData("filterPolicy", """{"kind":["urgent"]}""", """its filterPolicy is {"kind":["urgent"]}, but not stated towards transfers-eu-west-1""")]
    [InlineData("filterPolicyScope", "MessageBody", "its filterPolicyScope is MessageBody, but not stated towards transfers-eu-west-1")]
    public void OtherText_IsAViolation(string property, string value, string message) =>
        Assert.Equal([$"{Feed}: {message}"], FedQueues.Sound().With(Feed, property, value).Violations(Rule));

    [Theory]
    [InlineData("filterPolicy", "{}")]
    [InlineData("filterPolicyScope", "MessageAttributes")]
    public void DefaultStated_IsCompliant(string property, string value) => Assert.Empty(FedQueues.Sound().With(Feed, property, value).Violations(Rule));

    [Fact]
    public void RawDeliveryToOneAlone_IsAViolation() => Assert.Equal(
        [$"{Feed}: its rawMessageDelivery is not stated, but true towards transfers-eu-west-1"],
        FedQueues.Sound().With(Feed, "rawMessageDelivery", null).Violations(Rule));

    [Fact]
    public void UnknownFilter_IsUnknown() => Assert.Equal([$"{Feed}: filterPolicy"], FedQueues.Sound().With(Feed, "filterPolicy", "?").Unknown(Rule));
}
