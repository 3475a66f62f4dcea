using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class KafkaStorageGrowsTests
{
    private const string Cluster = "aws:msk/cluster:Cluster";
    private const string Arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/events/1";

    private static readonly KafkaStorageGrows Rule = new();

    [Theory]
    [InlineData("1000", 0)]
    [InlineData("101", 0)]
    [InlineData("100", 1)]
    [InlineData("99", 1)]
    public void Target_HasToLeaveRoom(string most, int violations) => Assert.Equal(violations, Scaled(Arn, most).Violations(Rule).Length);

    [Fact]
    public void NoTarget_IsAViolation() => Assert.Single(Broker().Violations(Rule));

    [Fact]
    public void TargetWithoutPolicy_IsAViolation() => Assert.Single(Scaled(Arn, "1000").Without("policy").Violations(Rule));

    [Fact]
    public void TargetOfAnUnknownCluster_IsReportedAsUnknown()
    {
        var graph = Scaled("?", "1000");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["events: brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"], graph.Unknown(Rule));
    }

    [Fact]
    public void ExpressBrokers_GrowByThemselves() => Assert.Empty(Broker("express.m7g.large").Violations(Rule));

    private static TestGraph Scaled(string resource, string most) => Broker()
        .Add("aws:appautoscaling/target:Target", "target", $$"""
            { "serviceNamespace": "kafka", "scalableDimension": "kafka:broker-storage:VolumeSize", "resourceId": "{{resource}}", "maxCapacity": {{most}} }
            """)
        .Add("aws:appautoscaling/policy:Policy", "policy", $$"""
            { "serviceNamespace": "kafka", "scalableDimension": "kafka:broker-storage:VolumeSize", "resourceId": "{{resource}}" }
            """);

    private static TestGraph Broker(string type = "kafka.m7g.large") => new TestGraph().Add(
        Cluster, "events", $$"""
            { "brokerNodeGroupInfo": { "instanceType": "{{type}}", "storageInfo": { "ebsStorageInfo": { "volumeSize": 100 } } } }
            """, outputs: $$"""{ "arn": "{{Arn}}" }""");
}
