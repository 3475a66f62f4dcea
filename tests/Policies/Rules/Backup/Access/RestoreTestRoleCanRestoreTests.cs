using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class RestoreTestRoleCanRestoreTests
{
    private static readonly RestoreTestRoleCanRestore Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("table/awsbackup-restore-test*", "table/other*", "restore of restore-test")]
    [InlineData("\"dynamodb:*\"", "\"dynamodb:Get*\"", "dynamodb:RestoreTableFromAwsBackup")]
    [InlineData("arn:aws:kms:eu-central-1:111122223333:key/*", "arn:aws:kms:eu-west-1:111122223333:key/*", "decryption of the backup")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);
}
