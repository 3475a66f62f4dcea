using DrInfra.Infra.Derivations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Derivations;

public class BackupAlarmsTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    [Theory]
    [InlineData(Primary)]
    [InlineData(Standby)]
    public void Vault_IsWatchedInBothRegions(string region)
    {
        var alarms = BackupAlarms.For(Settings, region);

        Assert.Equal(
            ["backup-jobs-failed", "backup-jobs-expired", "backup-copies-failed", "restores-failed", "backup-age-database", "backup-age-table", "backup-age-bucket"],
            alarms.Select(alarm => alarm.Part));
        Assert.All(alarms, alarm => Assert.Equal($"drinfra-main-shared-backup-{region}", alarm.Dimensions["BackupVaultName"]));
        Assert.Equal(["Aurora", "DynamoDB", "S3"], alarms.Skip(4).Select(alarm => alarm.Dimensions["ResourceType"]));
        Assert.All(alarms.Take(3), alarm => Assert.Equal((0, MissingData.NotBreaching), (alarm.Threshold, alarm.Missing)));
        Assert.All(alarms.Skip(4), alarm => Assert.Equal((1, MissingData.Breaching, "LessThanThreshold"), (alarm.Threshold, alarm.Missing, alarm.Comparison)));
    }

    [Fact]
    public void Age_IsTheShortestIntervalWithItsWindowAndTheTimeToFinish()
    {
        // The ledger is backed up every four hours, the rest daily or less often than that; two copies of a database follow each other.
        Assert.Equal(4 + 1 + 4, BackupAlarms.HoursWithout(Settings, Primary, StoreKind.Database));
        Assert.Equal(27, BackupAlarms.HoursWithout(Settings, Primary, StoreKind.Bucket));
    }

    [Fact]
    public void WorkloadThatRestores_HasOnlyItsBucketsBackedUpInTheStandby()
    {
        Assert.Contains("backup-age-database", BackupAlarms.PartsFor(Settings, Settings.Workloads[2], Primary));
        Assert.Equal(
            ["backup-jobs-failed", "backup-jobs-expired", "backup-copies-failed", "restores-failed", "backup-age-bucket"],
            BackupAlarms.PartsFor(Settings, Settings.Workloads[2], Standby));
    }
}
