using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class RestoreTestFindsRecoveryPointsTests
{
    private static readonly RestoreTestFindsRecoveryPoints Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"includeVaults\": [\"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"]", "\"includeVaults\": [\"*\"]")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("[\"SNAPSHOT\"]", "[\"CONTINUOUS\"]", "contain no recovery points of type CONTINUOUS")]
    [InlineData(
        "\"includeVaults\": [\"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"]",
        "\"includeVaults\": [\"arn:aws:backup:eu-west-1:111122223333:backup-vault:home\"]", "includes no vault")]
    [InlineData("\"cron(0 5 ? * * *)\", \"scheduleExpressionTimezone\": \"Etc/UTC\"", "\"cron(0 5 1 JAN ? *)\"", "shorter than the time between two backups")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"includeVaults\": [\"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"]", "\"includeVaults\": [\"?\"]")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
