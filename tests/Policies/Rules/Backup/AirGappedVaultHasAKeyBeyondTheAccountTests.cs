using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class AirGappedVaultHasAKeyBeyondTheAccountTests
{
    private static readonly AirGappedVaultHasAKeyBeyondTheAccount Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"minRetentionDays\"", "\"encryptionKeyArn\": \"arn:aws:kms:eu-central-1:444455556666:key/k\", \"minRetentionDays\"")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData(
        "\"minRetentionDays\"", "\"encryptionKeyArn\": \"arn:aws:kms:eu-central-1:111122223333:key/k\", \"minRetentionDays\"", "key of its own account")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"minRetentionDays\"", "\"encryptionKeyArn\": \"?\", \"minRetentionDays\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
