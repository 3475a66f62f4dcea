using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FsxKeepsBackupsTests
{
    private static readonly FsxKeepsBackups Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "automaticBackupRetentionDays": 7 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "automaticBackupRetentionDays": 6 }""", "automaticBackupRetentionDays is 6 days, 7 needed")]
    [InlineData("""{ "skipFinalBackup": true }""", "no backup is taken before it is deleted")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"share: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "automaticBackupRetentionDays": "?" }""", "automaticBackupRetentionDays")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"share: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:fsx/windowsFileSystem:WindowsFileSystem", "share", inputs);
}
