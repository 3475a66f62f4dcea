using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ClusterHasFailoverTargetTests
{
    private static readonly ClusterHasFailoverTarget Rule = new();

    [Theory]
    [InlineData("reader", "primary: it has one instance, two needed")]
    public void TakenAway_IsAViolation(string resource, string violation) => Assert.Equal([violation], new AuroraGraph().Without(resource).Violations(Rule));

    [Theory]
    [InlineData("{}", "alone: it has no instance")]
    [InlineData("""{ "engineMode": "serverless" }""")]
    [InlineData("""{ "dbClusterInstanceClass": "db.m6gd.large" }""")]
    public void WithoutInstances_DependsOnTheKindOfCluster(string inputs, params string[] violations) => Assert.Equal(
        violations, new TestGraph().Add("aws:rds/cluster:Cluster", "alone", inputs).Violations(Rule));

    [Fact]
    public void ScaledReaders_AreFailoverTargets() => Assert.Empty(new TestGraph()
        .Add("aws:rds/cluster:Cluster", "main", """{ "clusterIdentifier": "main" }""")
        .Add("aws:rds/clusterInstance:ClusterInstance", "writer", """{ "clusterIdentifier": "main" }""")
        .Add("aws:appautoscaling/target:Target", "readers", """{ "serviceNamespace": "rds", "resourceId": "cluster:main", "minCapacity": 1 }""")
        .Violations(Rule));

    [Fact]
    public void InstanceOfAnUnknownCluster_IsUnknown() => Assert.Equal(["main: clusterIdentifier"], new TestGraph()
        .Add("aws:rds/cluster:Cluster", "main")
        .Add("aws:rds/clusterInstance:ClusterInstance", "writer", """{ "clusterIdentifier": "?" }""").Unknown(Rule));
}
