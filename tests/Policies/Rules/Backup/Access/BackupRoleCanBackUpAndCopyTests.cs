using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class BackupRoleCanBackUpAndCopyTests
{
    private static readonly BackupRoleCanBackUpAndCopy Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("dynamodb:StartAwsBackupJob", "dynamodb:DescribeBackup", "not allowed dynamodb:StartAwsBackupJob")]
    [InlineData("table/orders\"", "table/other\"", "backup of selection")]
    [InlineData("backup:Copy*", "backup:CopyFrom*", "backup:CopyIntoBackupVault")]
    [InlineData("dynamodb.eu-west-1.amazonaws.com", "dynamodb.eu-central-1.amazonaws.com", "decryption of the data")]
    [InlineData("\"kms:ResourceAliases\": \"alias/backup-eu-west-1\"", "\"kms:ResourceAliases\": \"alias/other\"", "not allowed kms:Decrypt")]
    [InlineData(
        "\"Effect\": \"Allow\", \"Action\": \"backup:Copy*\"", "\"Effect\": \"Deny\", \"Action\": \"backup:Copy*\"",
        "backup:CopyFromBackupVault")]
    [InlineData("kms:GrantIsForAWSResource\": \"true", "kms:GrantIsForAWSResource\": \"false", "kms:CreateGrant")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("kms:GrantIsForAWSResource", "aws:PrincipalOrgID")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
