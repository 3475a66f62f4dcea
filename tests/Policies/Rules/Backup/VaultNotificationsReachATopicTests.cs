using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class VaultNotificationsReachATopicTests
{
    private static readonly VaultNotificationsReachATopic Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"COPY_JOB_FAILED\"", "\"BACKUP_JOB_FAILED\"", "no longer sends")]
    [InlineData("\"COPY_JOB_FAILED\"", "\"COPY_JOB_LOST\"", "does not exist")]
    [InlineData("\"snsTopicArn\": \"arn:aws:sns:eu-west-1", "\"snsTopicArn\": \"arn:aws:sns:eu-central-1", "snsTopicArn is in eu-central-1")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"COPY_JOB_FAILED\"", "\"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");

    [Theory]
    [InlineData("topic")]
    public void NotInTheGraph_IsReportedAsUnknown(string without) =>
        BackupGraph.AssertNoticedWithout(Rule, without, "?");
}
