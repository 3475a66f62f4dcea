using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class StoreHasCopyInAnotherRegionTests
{
    private static readonly StoreHasCopyInAnotherRegion Rule = new();

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-1", "data: its data is only in eu-west-1")]
    public void Replica_CountsInAnotherRegion(string region, params string[] violations) => Assert.Equal(violations, Instance()
        .Add("aws:rds/instance:Instance", "replica", """{ "replicateSourceDb": "?" }""", region,
            dependencies: ("replicateSourceDb", "aws:rds/instance:Instance", "data"))
        .Add("aws:sns/topic:Topic", "other", region: "eu-central-1").Violations(Rule));

    [Fact]
    public void ReplicatedBackups_AreACopy() => Assert.Empty(Instance()
        .Add("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "copy", """{ "sourceDbInstanceArn": "?" }""", "eu-central-1",
            dependencies: ("sourceDbInstanceArn", "aws:rds/instance:Instance", "data")).Violations(Rule));

    [Fact]
    public void BackupsThatAreCopied_AreACopy() => Assert.Empty(Copied("arn:aws:rds:*:*:db:*").Violations(Rule));

    [Fact]
    public void CopiesOfOtherThings_AreNoCopy() => Assert.NotEmpty(Copied("arn:aws:dynamodb:*:*:table/*").Violations(Rule));

    [Fact]
    public void OneRegionOnly_IsNotJudged() => Assert.Empty(Instance().Violations(Rule));

    private static TestGraph Copied(string resources) => Instance()
        .Add("aws:sns/topic:Topic", "other", region: "eu-central-1")
        .Add("aws:backup/plan:Plan", "plan", """
            { "rules": [{ "copyActions": [{ "destinationVaultArn": "arn:aws:backup:eu-central-1:1:backup-vault:main" }] }] }
            """, id: "plan-1")
        .Add("aws:backup/selection:Selection", "selection", $$"""{ "planId": "plan-1", "resources": ["{{resources}}"] }""");

    private static TestGraph Instance() => new TestGraph().Add("aws:rds/instance:Instance", "data");

    [Fact]
    public void FilesWithoutACopy_AreAViolation() => Assert.Equal(["files: its data is only in eu-west-1"], Files().Violations(Rule));

    [Fact]
    public void FilesThatAreReplicated_AreCompliant() => Assert.Empty(Files()
        .Add(
            "aws:efs/replicationConfiguration:ReplicationConfiguration", "copy",
            """{ "sourceFileSystemId": "?", "destination": { "region": "eu-central-1" } }""",
                dependencies: ("sourceFileSystemId", "aws:efs/fileSystem:FileSystem", "files")).Violations(Rule));

    [Fact]
    public void FilesInOneRegionOnly_AreNotJudged() => Assert.Empty(new TestGraph().Add("aws:efs/fileSystem:FileSystem", "files").Violations(Rule));

    private static TestGraph Files() =>
        new TestGraph().Add("aws:efs/fileSystem:FileSystem", "files").Add("aws:sns/topic:Topic", "other", region: "eu-central-1");
}
