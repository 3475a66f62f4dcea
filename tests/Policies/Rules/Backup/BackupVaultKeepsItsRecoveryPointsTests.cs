using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupVaultKeepsItsRecoveryPointsTests
{
    private static readonly BackupVaultKeepsItsRecoveryPoints Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy")]
    [InlineData(
        "\"Resource\": \"*\"",
        "\"Resource\": \"*\", \"Condition\": { \"ArnNotLike\": { \"aws:PrincipalArn\": \"arn:aws:iam::*:role/break-glass\" } }")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("backup:DeleteRecoveryPoint", "backup:ListTags", "does not deny every principal backup:DeleteRecoveryPoint")]
    [InlineData("backup:UpdateRecoveryPointLifecycle", "backup:ListTags", "backup:UpdateRecoveryPointLifecycle")]
    [InlineData("Deny", "Allow", "does not deny every principal")]
    [InlineData("\"AWS\": \"*\"", "\"AWS\": \"111122223333\"", "does not deny every principal")]
    [InlineData(
        "\"Resource\": \"*\"", "\"Resource\": \"*\", \"Condition\": { \"StringEquals\": { \"aws:RequestedRegion\": \"x\" } }",
        "does not deny every principal")]
    [InlineData("Statement", "Sentence", "cannot be read")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("vault-policy-eu-west-1", "neither a lock nor a policy")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);
}
