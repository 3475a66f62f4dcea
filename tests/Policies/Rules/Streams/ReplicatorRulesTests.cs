using System.Text.Json.Nodes;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Access;
using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

/// <summary>
/// What rules say of one replicator in a stranger's stack, deployed and not. Pairs of a program with a manifest are in
/// <see cref="Services.KafkaPairTests"/>.
/// </summary>
public class ReplicatorRulesTests
{
    private const string Type = "aws:msk/replicator:Replicator";
    private const string Group = "replicationInfoList/consumerGroupReplications/0";
    private const string Topics = "replicationInfoList/topicReplications/0";

    private static readonly ReplicatorReachesItsClusters Reaches = new();
    private static readonly ReplicatorCopiesOffsets Offsets = new();
    private static readonly ReplicatorCopiesEverything Everything = new();
    private static readonly ReplicatorHasItsCounterpart Counterpart = new();
    private static readonly ReplicatorRoleCanReplicate Role = new();

    // The service made it: what nobody states was set by other means.
    [Fact]
    public void DeployedByAStranger_IsTakenToHaveConnected()
    {
        var graph = Graph(deployed: true);

        Assert.All(new Rule[] { Reaches, Offsets, Everything, Counterpart, Role }, rule => Assert.Empty(graph.Violations(rule)));
    }

    [Fact]
    public void NotDeployedYet_HasToStateHowItConnects()
    {
        var violations = Graph(deployed: false).Violations(Reaches);

        Assert.Contains(violations, violation => violation.Contains("multi-VPC connectivity with IAM is not stated", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("no cluster policy", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsStatedWrong_CountsInAnyStack()
    {
        var graph = Graph(deployed: true).With(
            "events-source", "brokerNodeGroupInfo/connectivityInfo",
            JsonNode.Parse("""{ "vpcConnectivity": { "clientAuthentication": { "sasl": { "iam": false } } } }"""));

        Assert.Equal(
            ["events-source: events-source lets no replicator of another Region in: multi-VPC connectivity with IAM is off"], graph.Violations(Reaches));
    }

    [Fact]
    public void UnknownPolicy_IsReportedAsUnknown()
    {
        var graph = Graph(deployed: true).Add(
            "aws:msk/clusterPolicy:ClusterPolicy", "admits", """{ "clusterArn": "arn:aws:kafka:eu-west-1:111122223333:cluster/source/1", "policy": "?" }""");

        Assert.Empty(graph.Violations(Reaches));
        Assert.Equal(["admits: policy"], graph.Unknown(Reaches));
    }

    [Fact]
    public void ClustersOfTwoAccounts_AreAViolation() => Assert.Contains(
        Graph(deployed: true, account: "444455556666").Violations(Reaches), violation =>
            violation.Contains("copies within one account only: its clusters are in 111122223333 and 444455556666", StringComparison.Ordinal));

    [Theory]
    [InlineData("consumerGroupOffsetSyncMode", "LEGACY", 0)]
    [InlineData("consumerGroupOffsetSyncMode", "ENHANCED", 1)]
    public void OneDirection_HasLegacyOffsetsOnly(string property, string mode, int violations) => Assert.Equal(
        violations, Graph(deployed: true).With("link", $"{Group}/{property}", mode).Violations(Offsets).Length);

    [Fact]
    public void UnknownMode_IsReportedAsUnknown() => Assert.Equal(
        ["link: replicationInfoList.consumerGroupReplications[0].consumerGroupOffsetSyncMode"],
        Graph(deployed: true, mode: "\"?\"").Unknown(Offsets));

    [Fact]
    public void GroupsThatAreNotCopied_AreAViolation() =>
        Assert.Single(Graph(deployed: true).With("link", Group + "/synchroniseConsumerGroupOffsets", false).Violations(Offsets));

    [Fact]
    public void DeclaredTopics_ThatAreAllTaken_AreACopy()
    {
        const string Topic = """
            { "name": "orders", "clusterArn": "arn:aws:kafka:eu-west-1:111122223333:cluster/source/1", "replicationFactor": 3, "partitionCount": 3 }
            """;
        var graph = Graph(deployed: true).With("link", Topics + "/topicsToReplicates/0", "ord.*");

        Assert.Single(graph.Violations(Everything));
        Assert.Empty(graph.Add("aws:msk/topic:Topic", "orders", Topic).Violations(Everything));
        Assert.Contains(
            graph.With("link", Topics + "/topicsToExcludes", new JsonArray("o.*s")).Violations(Everything),
            violation => violation.Contains("leaves out the topic orders", StringComparison.Ordinal));
    }

    [Fact]
    public void InternalTopics_MayBeLeftOut() => Assert.Empty(Graph(deployed: true)
        .With("link", Topics + "/topicsToExcludes", new JsonArray("__.*", @".*[\-\.]internal", @".*\.replica")).Violations(Everything));

    [Theory]
    [InlineData("kafka-cluster:*", 0)]
    [InlineData("kafka-cluster:Describe*", 1)]
    public void Role_HasToReadAndWrite(string action, int violations)
    {
        var graph = Graph(deployed: true).Add("aws:iam/rolePolicy:RolePolicy", "copy", $$"""
            { "role": "replicator", "policy": { "Statement": [{ "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }] } }
            """);

        Assert.Equal(violations, Math.Min(1, graph.Violations(Role).Length));
    }

    private static TestGraph Graph(bool deployed, string account = "111122223333", string mode = "null") => new TestGraph()
        .Add("aws:iam/role:Role", "replicator", """
            { "name": "replicator", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "kafka.amazonaws.com" },
              "Action": "sts:AssumeRole" }] } }
            """, outputs: """{ "arn": "arn:aws:iam::111122223333:role/replicator" }""")
        .Add("aws:msk/cluster:Cluster", "events-source", Broker("source"), outputs: """{ "arn": "arn:aws:kafka:eu-west-1:111122223333:cluster/source/1" }""")
        .Add(
            "aws:msk/cluster:Cluster", "events-target", Broker("target"), "eu-central-1",
            outputs: $$"""{ "arn": "arn:aws:kafka:eu-central-1:{{account}}:cluster/target/1" }""")
        .Add(Type, "link", $$"""
            { "replicatorName": "link", "serviceExecutionRoleArn": "arn:aws:iam::111122223333:role/replicator",
              "kafkaClusters": [{ "amazonMskCluster": { "mskClusterArn": "arn:aws:kafka:eu-west-1:111122223333:cluster/source/1" },
                  "vpcConfig": { "subnetIds": ["a", "b"] } },
                { "amazonMskCluster": { "mskClusterArn": "arn:aws:kafka:eu-central-1:{{account}}:cluster/target/1" },
                  "vpcConfig": { "subnetIds": ["c", "d"] } }],
              "replicationInfoList": { "sourceKafkaClusterArn": "arn:aws:kafka:eu-west-1:111122223333:cluster/source/1",
                "targetKafkaClusterArn": "arn:aws:kafka:eu-central-1:{{account}}:cluster/target/1",
                "topicReplications": [{ "topicsToReplicates": [".*"], "startingPosition": { "type": "EARLIEST" },
                  "topicNameConfiguration": { "type": "IDENTICAL" } }],
                "consumerGroupReplications": [{ "consumerGroupsToReplicates": [".*"], "consumerGroupOffsetSyncMode": {{mode}} }] } }
            """, "eu-central-1", deployed ? "link" : null);

    private static string Broker(string name) => $$"""
        { "clusterName": "{{name}}", "numberOfBrokerNodes": 3, "brokerNodeGroupInfo": { "instanceType": "kafka.m7g.large" },
          "clientAuthentication": { "sasl": { "iam": true } } }
        """;
}
