using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class KafkaIsEncryptedTests
{
    private static readonly KafkaIsEncrypted Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "encryptionInfo": { "encryptionInTransit": { "clientBroker": "TLS" } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptionInfo": { "encryptionInTransit": { "clientBroker": "TLS_PLAINTEXT" } } }""", "clients may talk in TLS_PLAINTEXT, TLS needed")]
    [InlineData("""{ "encryptionInfo": { "encryptionInTransit": { "inCluster": false } } }""", "brokers talk without encryption")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"events: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptionInfo": { "encryptionInTransit": { "inCluster": "?" } } }""", "encryptionInfo.encryptionInTransit.inCluster")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"events: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:msk/cluster:Cluster", "events", inputs);
}
