using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class BackupReplicationLeavesItsRegionTests
{
    private static readonly BackupReplicationLeavesItsRegion Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "retentionPeriod": 7 }""")]
    [InlineData("""{ "retentionPeriod": 6 }""", "copy: retention is 6 days, 7 needed")]
    public void Retention_IsLongEnough(string inputs, params string[] violations) => Assert.Equal(violations, Graph("eu-central-1", inputs).Violations(Rule));

    [Fact]
    public void SameRegion_IsAViolation() => Assert.Equal(["copy: the copy is in eu-west-1, as the instance is"], Graph("eu-west-1", "{}").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["copy: retentionPeriod"], Graph("eu-central-1", """{ "retentionPeriod": "?" }""").Unknown(Rule));

    private static TestGraph Graph(string region, string inputs)
    {
        var replication = JsonNode.Parse(inputs)!.AsObject();
        replication["sourceDbInstanceArn"] = "?";
        return new TestGraph()
            .Add("aws:rds/instance:Instance", "data")
            .Add("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "copy", replication.ToJsonString(), region,
                dependencies: ("sourceDbInstanceArn", "aws:rds/instance:Instance", "data"));
    }
}
