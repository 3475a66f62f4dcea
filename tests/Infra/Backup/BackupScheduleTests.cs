using DrInfra.Infra.Backup;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Backup;

[Trait("Practice", "B1")]
[Trait("Practice", "B2")]
public class BackupScheduleTests
{
    // Interval + 60 minutes + 2 hours to finish must fit: at the bound, one second under, one second over.
    [Theory]
    [InlineData(27 * 3600, 24)]
    [InlineData((27 * 3600) - 1, 12)]
    [InlineData((27 * 3600) + 1, 24)]
    [InlineData(15 * 3600, 12)]
    [InlineData((15 * 3600) - 1, 4)]
    [InlineData((15 * 3600) + 1, 12)]
    [InlineData(7 * 3600, 4)]
    [InlineData((7 * 3600) - 1, 1)]
    [InlineData((7 * 3600) + 1, 4)]
    [InlineData(4 * 3600, 1)]
    [InlineData((4 * 3600) - 1, 1)]
    public void Interval_IsTheLongestThatFits_ElseTheShortest(int rpoSeconds, int hours) => Assert.Equal(
        TimeSpan.FromHours(hours), BackupSchedule.Interval(Tier(account: TimeSpan.FromSeconds(rpoSeconds)), StoreKind.Table));

    // Of a database two full copies follow each other: 4 hours to finish, and no hourly backup.
    [Theory]
    [InlineData(29 * 3600, 24)]
    [InlineData((29 * 3600) - 1, 12)]
    [InlineData(17 * 3600, 12)]
    [InlineData((17 * 3600) - 1, 4)]
    [InlineData(3600, 4)]
    public void IntervalOfADatabase_LeavesTimeForFullCopies(int rpoSeconds, int hours) => Assert.Equal(
        TimeSpan.FromHours(hours), BackupSchedule.Interval(Tier(account: TimeSpan.FromSeconds(rpoSeconds)), StoreKind.Database));

    [Fact]
    public void WithoutAnRpoThatRestsOnBackups_TheyAreDaily() =>
        Assert.Equal(TimeSpan.FromDays(1), BackupSchedule.Interval(Tier(region: TimeSpan.FromMinutes(5)), StoreKind.Bucket));

    [Theory]
    [InlineData(Strategy.BackupRestore, 5)]
    [InlineData(Strategy.PilotLight, 9)]
    [InlineData(Strategy.WarmStandby, 9)]
    [InlineData(Strategy.ActiveActive, 9)]
    public void RpoForTheRegion_RestsOnBackupsWhereNothingReplicates(Strategy strategy, int hours) => Assert.Equal(
        TimeSpan.FromHours(hours),
        BackupSchedule.TightestRpo(Tier(strategy, region: TimeSpan.FromHours(5), account: TimeSpan.FromHours(9))));

    [Fact]
    public void TighterRpo_Wins() => Assert.Equal(
        TimeSpan.FromHours(6),
        BackupSchedule.TightestRpo(Tier(Strategy.BackupRestore, region: TimeSpan.FromHours(48), account: TimeSpan.FromHours(6))));

    // B1 and B2: frequency follows criticality, and generations are kept; the numbers are facts of the default tiers.
    [Theory]
    [InlineData("mission-critical", "every-4-hours 7, daily 7, weekly 28, monthly 365")]
    [InlineData("business-critical", "every-4-hours 7, daily 7, weekly 28, monthly 365")]
    [InlineData("business-operational", "daily 7, weekly 28, monthly 365")]
    [InlineData("internal", "daily 7, weekly 28")]
    public void DefaultTiers_HaveTheirGenerations(string name, string expected) => Assert.Equal(
        expected,
        string.Join(
            ", ",
            BackupSchedule.Generations(DefaultTiers.All.Single(tier => tier.Name == name), StoreKind.Database).Select(one => $"{one.Name} {one.KeptDays}")));

    [Theory]
    [InlineData(1, 7, 28)]
    [InlineData(6, 7, 28)]
    [InlineData(7, 8, 28)]
    [InlineData(27, 28, 28)]
    [InlineData(28, 29, 29)]
    [InlineData(35, 35, 35)]
    public void DaysAndWeeks_AreKeptWhileCorruptionMayBeUnnoticed(int windowDays, int daily, int weekly)
    {
        var generations = BackupSchedule.Generations(Tier() with { CorruptionDetection = TimeSpan.FromDays(windowDays) }, StoreKind.Table);

        Assert.Equal(daily, generations.Single(one => one.Name == "daily").KeptDays);
        Assert.Equal(weekly, generations.Single(one => one.Name == "weekly").KeptDays);
    }

    // Gotcha 27: what does not fit the bounds of a locked vault fails when it is copied, not when it is deployed.
    [Theory]
    [InlineData(1, 4)]
    [InlineData(1, 48)]
    [InlineData(35, 4)]
    [InlineData(35, 48)]
    public void Gotcha27_EveryGenerationFitsTheAirGappedVault(int windowDays, int rpoHours)
    {
        var tier = Tier(account: TimeSpan.FromHours(rpoHours)) with { CorruptionDetection = TimeSpan.FromDays(windowDays) };

        Assert.All(
            StoreKind.All.SelectMany(kind => BackupSchedule.Generations(tier, kind)),
            one => Assert.InRange(one.KeptDays, BackupSchedule.AirGapLeastDays, BackupSchedule.AirGapMostDays));
    }

    // Fact backup-continuous-retention: 1 to 35 days.
    [Theory]
    [InlineData(1, 7)]
    [InlineData(35, 35)]
    public void ContinuousBackup_StaysWithinTheServicesBounds(int windowDays, int expected) => Assert.Equal(
        expected, BackupSchedule.Continuous(Tier() with { CorruptionDetection = TimeSpan.FromDays(windowDays) }).KeptDays);

    // Gotcha 66: the least that the service takes, and not its default of 8 hours.
    [Fact]
    public void Gotcha66_StartWindowIsTheShortest()
    {
        Assert.Equal(60, BackupSchedule.StartWindowMinutes);
        Assert.True(BackupSchedule.CompletionWindowMinutes >= BackupSchedule.StartWindowMinutes + BackupSchedule.TimeToFinish(StoreKind.Database).TotalMinutes);
    }

    [Fact]
    public void Account_IsOutlivedWhereAnythingIsPromisedForIt()
    {
        Assert.False(BackupSchedule.OutlivesAccount(Tier(region: TimeSpan.FromHours(1))));
        Assert.True(BackupSchedule.OutlivesAccount(Tier(account: TimeSpan.FromHours(6))));
        Assert.True(BackupSchedule.OutlivesAccount(Tier() with
        {
            Objectives = new Dictionary<Disruption, Objective> { [Disruption.Account] = new(null, TimeSpan.FromHours(24)) },
        }));
    }

    private static RecoveryTier Tier(Strategy strategy = Strategy.WarmStandby, TimeSpan? region = null, TimeSpan? account = null) => new()
    {
        Name = "tier",
        Strategy = strategy,
        CorruptionDetection = TimeSpan.FromHours(1),
        Decide = Decision.Automatic,
        Objectives = new Dictionary<Disruption, Objective>
        {
            [Disruption.Region] = new(region, null),
            [Disruption.Account] = new(account, null),
        },
    };
}
