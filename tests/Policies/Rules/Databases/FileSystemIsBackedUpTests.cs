using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FileSystemIsBackedUpTests
{
    private static readonly FileSystemIsBackedUp Rule = new();

    [Theory]
    [InlineData("ENABLED")]
    [InlineData("DISABLED", "files: nothing backs it up")]
    public void Policy_IsEnabled(string status, params string[] violations) => Assert.Equal(violations, Graph(status).Violations(Rule));

    [Fact]
    public void NoPolicy_IsAViolation() =>
        Assert.Equal(["files: nothing backs it up"], new TestGraph().Add("aws:efs/fileSystem:FileSystem", "files").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["files: backupPolicy"], Graph("?").Unknown(Rule));

    [Fact]
    public void SelectionThatTakesIt_IsLeftToTheRulesOnPlans() =>
        Assert.Empty(
            Graph("DISABLED").Add("aws:backup/selection:Selection", "selection", """{ "resources": ["arn:aws:elasticfilesystem:*:*:file-system/*"] }""")
                .Violations(Rule));

    [Fact]
    public void SelectionOfOtherThings_IsNoBackup() =>
        Assert.NotEmpty(
            Graph("DISABLED").Add("aws:backup/selection:Selection", "selection", """{ "resources": ["arn:aws:dynamodb:*:*:table/*"] }""").Violations(Rule));

    private static TestGraph Graph(string status) => new TestGraph()
        .Add("aws:efs/fileSystem:FileSystem", "files")
        .Add("aws:efs/backupPolicy:BackupPolicy", "policy", $$"""{ "fileSystemId": "?", "backupPolicy": { "status": "{{status}}" } }""",
            dependencies: ("fileSystemId", "aws:efs/fileSystem:FileSystem", "files"));
}
