using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class KafkaClientsAuthenticateTests
{
    private static readonly KafkaClientsAuthenticate Rule = new();

    [Theory]
    [InlineData("""{ "sasl": { "iam": true } }""", 0)]
    [InlineData("""{ "sasl": { "scram": true }, "unauthenticated": false }""", 0)]
    [InlineData("""{ "tls": { "certificateAuthorityArns": ["arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1"] } }""", 0)]
    [InlineData("""{ "sasl": { "iam": true }, "unauthenticated": true }""", 1)]
    [InlineData("""{ "sasl": { "iam": false } }""", 1)]
    [InlineData("{}", 1)]
    public void Cluster_NamesAWayToAuthenticate(string clients, int violations) =>
        Assert.Equal(violations, Msk($$""", "clientAuthentication": {{clients}}""").Violations(Rule).Length);

    [Fact]
    public void NothingStated_IsAViolation() => Assert.Single(Msk("").Violations(Rule));

    [Fact]
    public void UnknownWay_IsReportedAsUnknown() =>
        Assert.Equal(["events: clientAuthentication"], Msk(""", "clientAuthentication": { "sasl": { "iam": "?" } }""").Unknown(Rule));

    [Theory]
    [InlineData(""" "authentication": { "type": "tls" }""", 0)]
    [InlineData(""" "authentication": "?" """, 0)]
    [InlineData(""" "tls": true """, 1)]
    public void EachListenerOfStrimzi_Authenticates(string listener, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add(
            "kubernetes:kafka.strimzi.io/v1beta2:Kafka", "events", $$"""{ "spec": { "kafka": { "listeners": [{ "name": "plain", {{listener}} }] } } }""")
            .Violations(Rule).Length);

    private static TestGraph Msk(string stated) => new TestGraph().Add("aws:msk/cluster:Cluster", "events", $$"""{ "clusterName": "events"{{stated}} }""");
}
