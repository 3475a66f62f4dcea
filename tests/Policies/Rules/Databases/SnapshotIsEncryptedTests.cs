using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class SnapshotIsEncryptedTests
{
    private static readonly SnapshotIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "storageEncrypted": true }""")]
    [InlineData("""{ "engineMode": "serverless" }""")]
    [InlineData("{}", "snapshot: its source data is not encrypted")]
    public void Snapshot_IsAsItsSource(string source, params string[] violations) => Assert.Equal(violations, Graph(source).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["snapshot: dbClusterIdentifier"], Graph("""{ "storageEncrypted": "?" }""").Unknown(Rule));

    [Fact]
    public void SourceElsewhere_IsNotJudged() => Assert.Empty(new TestGraph()
        .Add("aws:rds/clusterSnapshot:ClusterSnapshot", "snapshot", """{ "dbClusterIdentifier": "elsewhere" }""").Violations(Rule));

    private static TestGraph Graph(string source) => new TestGraph()
        .Add("aws:rds/cluster:Cluster", "data", source)
        .Add("aws:rds/clusterSnapshot:ClusterSnapshot", "snapshot", """{ "dbClusterIdentifier": "?" }""",
            dependencies: ("dbClusterIdentifier", "aws:rds/cluster:Cluster", "data"));
}
