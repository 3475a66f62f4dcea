using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class KafkaIsMonitoredTests
{
    private static readonly KafkaIsMonitored Rule = new();

    [Theory]
    [InlineData("""{ "enhancedMonitoring": "PER_BROKER", "loggingInfo": { "brokerLogs": { "s3": { "enabled": true, "bucket": "logs" } } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "loggingInfo": { "brokerLogs": { "s3": { "enabled": true, "bucket": "logs" } } } }""",
        "enhancedMonitoring is DEFAULT, PER_BROKER or finer needed")]
    [InlineData("""{ "enhancedMonitoring": "PER_BROKER" }""", "its broker logs are not delivered")]
    [InlineData(
        """{ "enhancedMonitoring": "PER_BROKER", "loggingInfo": { "brokerLogs": { "cloudwatchLogs": { "enabled": true } } } }""",
        "cloudwatchLogs names no logGroup")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"events: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enhancedMonitoring": "?", "loggingInfo": { "brokerLogs": { "s3": { "enabled": true, "bucket": "logs" } } } }""", "enhancedMonitoring")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"events: {property}", Graph(inputs).Unknown(Rule));
    }

    [Theory]
    [InlineData("""{ "metricsConfig": { "type": "strimziMetricsReporter" } }""", 0)]
    [InlineData("{}", 1)]
    public void ClusterOfStrimzi_PublishesMetrics(string kafka, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add("kubernetes:kafka.strimzi.io/v1:Kafka", "events", $$"""{ "spec": { "kafka": {{kafka}} } }""").Violations(Rule).Length);

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:msk/cluster:Cluster", "events", inputs);
}
