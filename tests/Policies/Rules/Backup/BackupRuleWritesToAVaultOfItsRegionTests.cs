using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupRuleWritesToAVaultOfItsRegionTests
{
    private static readonly BackupRuleWritesToAVaultOfItsRegion Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"targetVaultName\": \"home\"", "\"targetVaultName\": \"away\"", "is in eu-central-1, not in eu-west-1")]
    [InlineData("\"targetVaultName\": \"home\", ", "", "names no vault")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"targetVaultName\": \"home\"", "\"targetVaultName\": \"elsewhere\"")]
    [InlineData("\"targetVaultName\": \"home\"", "\"targetVaultName\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
