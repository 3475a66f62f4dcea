using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupVaultUsesACustomerManagedKeyTests
{
    private static readonly BackupVaultUsesACustomerManagedKey Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData(
        "\"kmsKeyArn\": \"arn:aws:kms:eu-west-1:111122223333:key/eu-west-1\"", "\"kmsKeyArn\": \"arn:aws:kms:eu-central-1:111122223333:key/eu-central-1\"",
        "encrypted with a key in eu-central-1")]
    [InlineData(", \"kmsKeyArn\": \"arn:aws:kms:eu-west-1:111122223333:key/eu-west-1\"", "", "with the AWS managed key")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"kmsKeyArn\": \"arn:aws:kms:eu-west-1:111122223333:key/eu-west-1\"", "\"kmsKeyArn\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
