using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class RestoreTestGoesToItsRegionTests
{
    private static readonly RestoreTestGoesToItsRegion Rule = new();

    [Fact]
    public void SubnetGroupAndZonesOfItsRegion_IsCompliant()
    {
        var graph = Graph("""{ "dbSubnetGroupName": "data", "availabilityZones": "[\"eu-west-1a\"]" }""");
        Assert.Empty(graph.Violations(Rule));
        Assert.Empty(graph.Unknown(Rule));
    }

    [Theory]
    [InlineData("""{ "dbSubnetGroupName": "away" }""", "subnet group away is in eu-central-1, the restore test in eu-west-1")]
    [InlineData("""{ "dbSubnetGroupName": "data", "availabilityZones": "[\"eu-central-1a\"]" }""", "zone eu-central-1a is not in eu-west-1")]
    [InlineData("""{ "dbSubnetGroupName": "data", "availabilityZones": "eu" }""", "zone eu is not in eu-west-1")]
    public void OfAnotherRegion_IsAViolation(string overrides, string message) => Assert.Equal([$"test: {message}"], Graph(overrides).Violations(Rule));

    [Theory]
    [InlineData("""{ "dbSubnetGroupName": "elsewhere" }""")]
    [InlineData("{}")]
    [InlineData("\"?\"")]
    public void NotInTheGraph_IsReportedAsUnknown(string overrides) =>
        Assert.Equal(["test: restoreMetadataOverrides.dbSubnetGroupName"], Graph(overrides).Unknown(Rule));

    private static TestGraph Graph(string overrides) => new TestGraph()
        .Add("aws:rds/subnetGroup:SubnetGroup", "data", """{ "name": "data" }""", id: "data")
        .Add("aws:rds/subnetGroup:SubnetGroup", "away", """{ "name": "away" }""", "eu-central-1", "away")
        .Add(
            "aws:backup/restoreTestingSelection:RestoreTestingSelection", "test",
            $$"""{ "protectedResourceType": "Aurora", "restoreMetadataOverrides": {{overrides}} }""");
}
