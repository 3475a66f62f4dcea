using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMemberStatesNoReplicationSourceTests
{
    private static readonly GlobalMemberStatesNoReplicationSource Rule = new();

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g", "replicationSourceIdentifier": "?" }""", "it states a replication source")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "replicationSourceIdentifier": "arn:aws:rds:eu-central-1:1:cluster:a" }""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Fact]
    public void WhatTheServiceFilledIn_IsCompliant() => Assert.Empty(new TestGraph().Add(
        "aws:rds/cluster:Cluster", "data", """{ "globalClusterIdentifier": "g" }""",
        outputs: """{ "replicationSourceIdentifier": "arn:aws:rds:eu-central-1:1:cluster:a" }""")
            .Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/cluster:Cluster", "data", inputs);
}
