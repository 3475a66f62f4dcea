using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class KafkaSpansZonesTests
{
    private static readonly KafkaSpansZones Rule = new();

    [Theory]
    [InlineData("""{ "numberOfBrokerNodes": 3, "brokerNodeGroupInfo": { "clientSubnets": ["a", "b", "c"] } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "numberOfBrokerNodes": 2, "brokerNodeGroupInfo": { "clientSubnets": ["a", "b"] } }""", "its brokers are in 2 zones, 3 needed")]
    [InlineData(
        """{ "numberOfBrokerNodes": 4, "brokerNodeGroupInfo": { "clientSubnets": ["a", "b", "c"] } }""", "4 brokers do not spread evenly over 3 subnets")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"events: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "numberOfBrokerNodes": 3, "brokerNodeGroupInfo": { "clientSubnets": ["?", "?", "?"] } }""", "brokerNodeGroupInfo.clientSubnets")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"events: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:msk/cluster:Cluster", "events", inputs);
}
