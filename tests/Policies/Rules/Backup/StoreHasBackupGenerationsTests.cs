using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class StoreHasBackupGenerationsTests
{
    private static readonly StoreHasBackupGenerations Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("cron(0 5 ? * SUN *)", "cron(0 6 ? * * *)", "no rule makes a weekly or monthly backup of orders")]
    [InlineData("cron(0 5 ? * * *)", "cron(0 5 ? * MON *)", "no rule backs up orders daily")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"cron(0 5 ? * SUN *)\"", "\"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
