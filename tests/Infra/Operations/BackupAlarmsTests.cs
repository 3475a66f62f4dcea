using DrInfra.Infra.Backup;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class BackupAlarmsTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    [Theory]
    [InlineData(Primary)]
    [InlineData(Standby)]
    public void FailedRestores_AreWatchedInBothRegions(string region)
    {
        var alarm = Assert.Single(BackupAlarms.Shared(Settings.Identity, region));

        Assert.Equal(("restores-failed", $"drinfra-main-shared-backup-{region}"), (alarm.Part, alarm.Dimensions["BackupVaultName"]));
        Assert.Equal((0, MissingData.NotBreaching), (alarm.Threshold, alarm.Missing));
    }

    // A frequent job of one store hides no missing one of another: each is counted by a rule of its own.
    [Theory]
    [InlineData(0, Primary, "journal-backup-age 9, requests-backup-age 7")]
    [InlineData(1, Standby, "catalogue-backup-age 29, index-backup-age 27, raw-backup-age 27")]
    [InlineData(2, Primary, "reports-backup-age 29, drafts-backup-age 27, extracts-backup-age 27")]
    [InlineData(2, Standby, "extracts-backup-age 27")]
    public void Age_IsWatchedStoreByStoreByItsOwnSchedule(int workload, string region, string expected)
    {
        var alarms = BackupAlarms.For(Settings.Identity, Settings.Workloads[workload], region);

        Assert.Equal(expected, string.Join(", ", alarms.Select(alarm => $"{alarm.Part} {alarm.Periods}")));
        Assert.All(
            alarms,
            alarm => Assert.Equal(("TriggeredRules", 1, MissingData.Breaching, 3600), (alarm.Metric, alarm.Threshold, alarm.Missing, alarm.PeriodSeconds)));
        Assert.Equal(
            EventRules.For(Settings.Identity, [Settings.Workloads[workload]], region)
                .Where(rule => !rule.TellsPeople)
                .Select(rule => $"drinfra-main-{rule.Workload}-{rule.Part}-{region}"),
            alarms.Select(alarm => alarm.Dimensions["RuleName"]));
    }

    [Theory]
    [InlineData(4, 7)]
    [InlineData(24 * 9, 27)]
    public void Hours_StayWithinWhatAnAlarmCanLookAt(int rpoHours, int hours) => Assert.Equal(
        hours,
        BackupAlarms.HoursWithout(
            DefaultTiers.All[0] with
            {
                Objectives = new Dictionary<Disruption, Objective> { [Disruption.Account] = new(TimeSpan.FromHours(rpoHours + 3), null) },
            },
            StoreKind.Table));
}
