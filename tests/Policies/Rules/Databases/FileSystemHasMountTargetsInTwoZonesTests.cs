using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FileSystemHasMountTargetsInTwoZonesTests
{
    private static readonly FileSystemHasMountTargetsInTwoZones Rule = new();

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,a", "files: mount targets are in 1 zones, 2 needed")]
    [InlineData("a", "files: mount targets are in 1 zone, 2 needed")]
    public void MountTargets_StandInTwoZones(string zones, params string[] violations) => Assert.Equal(violations, Graph(zones).Violations(Rule));

    [Fact]
    public void ZonesNotKnown_AreReportedAsUnknown() => Assert.Equal(["files: subnetId"], new TestGraph()
        .Add("aws:efs/fileSystem:FileSystem", "files", id: "fs-1")
        .Add("aws:efs/mountTarget:MountTarget", "one", """{ "fileSystemId": "fs-1", "subnetId": "subnet-1" }""")
        .Add("aws:efs/mountTarget:MountTarget", "two", """{ "fileSystemId": "fs-1", "subnetId": "subnet-2" }""").Unknown(Rule));

    private static TestGraph Graph(string zones)
    {
        var graph = new TestGraph().Add("aws:efs/fileSystem:FileSystem", "files");
        foreach (var (zone, index) in zones.Split(',').Select((zone, index) => (zone, index)))
        {
            graph.Add("aws:ec2/subnet:Subnet", $"subnet-{index}", $$"""{ "availabilityZone": "eu-west-1{{zone}}" }""");
            graph.Add("aws:efs/mountTarget:MountTarget", $"target-{index}", """{ "fileSystemId": "?", "subnetId": "?" }""", dependencies:
                [("fileSystemId", "aws:efs/fileSystem:FileSystem", "files"), ("subnetId", "aws:ec2/subnet:Subnet", $"subnet-{index}")]);
        }

        return graph;
    }
}
