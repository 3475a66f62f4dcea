namespace DrInfra.Policies.Rules.Detection;

/// <summary>The pack's rules on detectors, alarms, routing and failover plans, in the order of reports.</summary>
internal static class DetectionRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new AlarmActionsAreOn(),
        new AlarmIsHeard(),
        new AlarmActionsReachATopic(),
        new AlarmPeriodsAreSound(),
        new AbsenceAlarmTreatsMissingDataAsBreaching(),
        new AlarmComparisonFitsItsMetric(),
        new AlarmThresholdFitsItsMetric(),
        new AlarmStatisticFitsItsMetric(),
        new AlarmMetricExists(),
        new AlarmHasItsDimensions(),
        new AlarmWatchesWhatExists(),
        new AlarmStandsWhereItsMetricIs(),
        new StrongTableHasNoLagAlarm(),
        new ReplicatedStoreHasALagAlarm(),
        new FailedReplicationIsAlarmed(),
        new CanaryHasAnAlarm(),
        new WorkloadIsWatchedFromTheOtherRegion(),
        new CompositeAlarmRuleIsSound(),
        new CompositeAlarmRingsForEachOfItsAlarms(),
        new CompositeAlarmIsNotMuted(),
        new DashboardShowsWhatExists(),
        new RecoveryAlarmsAreOnADashboard(),
        new BackupFailuresAreAlarmed(),
        new AlertTopicHasASubscriber(),
        new AlertSubscriptionDelivers(),
        new AlertSubscriptionIsNotFiltered(),
        new AlertTopicLetsItsPublishersIn(),
        new AlertTopicKeyLetsItsPublishersIn(),
        new AlertTopicIsEncrypted(),
        new CanaryRuns(),
        new CanaryRunsOften(),
        new CanaryFinishesBeforeItsNextRun(),
        new CanaryProbesTheOtherRegion(),
        new CanaryProbesAnOpenPort(),
        new CanaryHasItsParts(),
        new LogGroupKeepsItsLog(),
        new LogGroupIsEncrypted(),
        new LogsHaveADeclaredGroup(),
    ];
}
