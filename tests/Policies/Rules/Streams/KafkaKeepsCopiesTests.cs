using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class KafkaKeepsCopiesTests
{
    private static readonly KafkaKeepsCopies Rule = new();

    [Theory]
    [InlineData("default.replication.factor=3\\nmin.insync.replicas=2")]
    [InlineData("auto.create.topics.enable=false")]
    [InlineData("log.retention.ms=-1")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("default.replication.factor=2", "topics have 2 replicas, 3 needed")]
    [InlineData("min.insync.replicas=1", "min.insync.replicas is 1, 2 needed")]
    [InlineData("min.insync.replicas=3", "min.insync.replicas is 3, the number of replicas, so one lost broker stops writes")]
    [InlineData("unclean.leader.election.enable=true", "an out-of-sync broker can become leader: unclean.leader.election.enable is true")]
    [InlineData("log.retention.hours=167", "records are retained 167 hours, 168 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"events: {message}", Graph(inputs).Violations(Rule));

    [Fact]
    public void UnknownConfiguration_IsReportedAsUnknown() =>
        Assert.Equal(
            ["events: configurationInfo.arn"],
            new TestGraph().Add("aws:msk/cluster:Cluster", "events", """{ "configurationInfo": { "arn": "?", "revision": 1 } }""").Unknown(Rule));

    [Fact]
    public void UnusedConfiguration_IsAViolation() =>
        Assert.Equal(
            ["settings: no cluster uses it"],
            new TestGraph().Add("aws:msk/configuration:Configuration", "settings", """{ "serverProperties": "" }""").Violations(Rule));

    private static TestGraph Graph(string properties) => new TestGraph()
        .Add("aws:msk/configuration:Configuration", "settings", $$"""{ "serverProperties": "{{properties}}" }""", id: "arn:settings")
        .Add(
            "aws:msk/cluster:Cluster", "events",
            """{ "brokerNodeGroupInfo": { "clientSubnets": ["a", "b", "c"] }, "configurationInfo": { "arn": "arn:settings", "revision": 1 } }""");
}
