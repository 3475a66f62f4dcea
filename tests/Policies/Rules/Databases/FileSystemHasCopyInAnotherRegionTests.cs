using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FileSystemHasCopyInAnotherRegionTests
{
    private static readonly FileSystemHasCopyInAnotherRegion Rule = new();

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1", "copy: the replica is in eu-west-1, as the file system is")]
    public void Destination_IsInAnotherRegion(string region, params string[] violations) => Assert.Equal(violations, Graph()
        .Add("aws:efs/replicationConfiguration:ReplicationConfiguration", "copy", $$"""{ "sourceFileSystemId": "?", "destination": { "region": "{{region}}" } }""",
            dependencies: ("sourceFileSystemId", "aws:efs/fileSystem:FileSystem", "files")).Violations(Rule));

    [Fact]
    public void NoCopy_IsAViolation() => Assert.Equal(["files: its files are in eu-west-1 only"], Graph().Violations(Rule));

    [Fact]
    public void OneRegionOnly_IsNotJudged() => Assert.Empty(new TestGraph().Add("aws:efs/fileSystem:FileSystem", "files").Violations(Rule));

    private static TestGraph Graph() => new TestGraph().Add("aws:efs/fileSystem:FileSystem", "files").Add("aws:sns/topic:Topic", "other", region: "eu-central-1");
}
