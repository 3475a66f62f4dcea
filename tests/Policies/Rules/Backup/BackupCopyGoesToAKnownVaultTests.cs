using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupCopyGoesToAKnownVaultTests
{
    private static readonly BackupCopyGoesToAKnownVault Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData(
        "\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"",
        "\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:444455556666:backup-vault:x\"")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData(
        "\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"",
        "\"destinationVaultArn\": \"arn:aws:backup:eu-west-1:111122223333:backup-vault:home\"", "to their source vault")]
    [InlineData(
        "\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"", "\"destinationVaultArn\": \"away at sea\"",
        "not the ARN of a vault")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData(
        "\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"",
        "\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:111122223333:backup-vault:x\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
