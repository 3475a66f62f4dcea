using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueRequiresTlsTests
{
    private static readonly QueueRequiresTls Rule = new();

    [Fact]
    public void Denied_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Theory]
    [InlineData("transfers-eu-west-1", "policy/Statement/1")]
    [InlineData("topic-eu-west-1", "policy/Statement/0/Condition/Bool/aws:SecureTransport")]
    [InlineData("dead-eu-west-1", "policy")]
    [InlineData("transfers-eu-west-1", "policy/Statement/1/Condition")]
    public void NotDenied_IsAViolation(string resource, string path) => Assert.Equal(
        [$"{resource}: no policy of it denies requests without TLS"], FedQueues.Sound().With(resource, path, null).Violations(Rule));

    [Fact]
    public void DeniedToOneService_IsAViolation() => Assert.Equal(
        ["dead-eu-west-1: no policy of it denies requests without TLS"],
        FedQueues.Sound().With("dead-eu-west-1", "policy/Statement/0/Principal/AWS", "arn:aws:iam::123456789012:role/one").Violations(Rule));

    [Fact]
    public void UnknownPolicy_IsUnknown() =>
        Assert.Equal(["dead-eu-west-1: policy"], FedQueues.Sound().With("dead-eu-west-1", "policy", "?").Unknown(Rule));
}
