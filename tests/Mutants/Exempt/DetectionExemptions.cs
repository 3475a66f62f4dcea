namespace DrInfra.Tests.Mutants.Exempt;

internal static class DetectionExemptions
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    // Two alarms watch the lag of a database, and a figure rests on one at most: of that one, the fault is noticed.
    private static readonly string[] Lags = ["AuroraGlobalDBReplicationLag", "AuroraGlobalDBRPOLag"];

    // Of brokers, queues, topics and tables; what they tell is in no figure.
    private static readonly string[] Troubles =
    [
        "AuthError", "KafkaDataLogsDiskUsed", "OfflinePartitionsCount", "ReplicatorFailure", "SystemErrors", "UnderMinIsrPartitionCount", "WriteThrottleEvents",
    ];

    public static IReadOnlyList<Exemption> All { get; } =
    [
        .. Troubles.Select(metric => new Exemption(
            $"{Alarm} fault:watches a metric that nobody publishes ({metric})", "No figure rests on it, and a slip in the name is noticed.")),
        .. new[] { "AuthError", "ReplicatorFailure", "SystemErrors", "WriteThrottleEvents", "NumberOfNotificationsFailed" }.Select(metric => new Exemption(
            $"{Alarm} fault:takes silence for what it is not ({metric})", "Without failures there is no data: whatever is ignored then is no failure.")),
        .. new[] { "ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible" }.Select(metric => new Exemption(
            $"{Alarm} fault:takes silence for what it is not ({metric})", "A queue without messages has no data, and nothing waits in it.")),
        .. new[] { "KafkaDataLogsDiskUsed", "OfflinePartitionsCount", "UnderMinIsrPartitionCount" }.Select(metric => new Exemption(
            $"{Alarm} fault:takes silence for what it is not ({metric})",
            "Brokers that report nothing copy nothing either, and that alarm takes silence for bad.")),
        new("aws:cloudwatch/metricAlarm:MetricAlarm name", "Of an alarm that one Region alone has; where another resource names the alarm, it is noticed."),
        .. new[] { "TriggeredRules", "EngineUptime", "NumberOfMessagesSent" }.Select(metric => new Exemption(
            $"{Alarm} fault:watches a metric that nobody publishes ({metric})", "Missing data is breaching, so the alarm rings at once.")),
        .. Lags.Select(metric => new Exemption(
            $"{Alarm} fault:watches a metric that nobody publishes ({metric})", "The other alarm on the lag of the same database still rings.")),
        .. Lags.Append("ReplicationLatency").Select(metric => new Exemption(
            $"{Alarm} fault:takes silence for what it is not ({metric})",
            "Missing data matters only for the alarm that a figure rests on, and there it is noticed.")),
        .. new[] { "OperationsFailedReplication", "NumberOfRestoreJobsFailed" }.Select(metric => new Exemption(
            $"{Alarm} fault:takes silence for what it is not ({metric})", "Without failures there is no data: whatever is ignored then is no failure.")),
        new($"{Alarm} fault:watches a metric that nobody publishes",
            "An alarm on an expression has its metrics in metricQueries, and the provider refuses another one beside them."),
        new($"{Alarm} fault:takes silence for what it is not",
            "Of an alarm on an expression: it counts runs that failed, and whatever is ignored while none did is no failure."),
        new($"{Alarm} fault:tells nobody (EngineUptime)", "A composite alarm has it as a child and tells people."),
        new("aws:cloudwatch/metricAlarm:MetricAlarm alarmDescription", "A description is for people; the alarm rings without it."),
        new("aws:scheduler/schedule:Schedule description", "A description is for people; the schedule starts its target without it."),
        new("aws:cloudwatch/eventRule:EventRule description", "A description is for people; the rule matches without it."),
        new("aws:cloudwatch/eventTarget:EventTarget targetId", "Nothing names a target; the id only tells two of one rule apart."),
        new("aws:cloudwatch/metricAlarm:MetricAlarm okActions", "That an alarm is over is told for convenience; the alarm itself is told without it."),
        new("aws:cloudwatch/dashboard:Dashboard dashboardName", "Nothing names a dashboard; people find it in the list."),
        new("aws:route53/healthCheck:HealthCheck measureLatency", "A latency graph is extra; health is judged without it."),
        new("aws:arcregionswitch/plan:Plan description", "A description is for people; the plan runs without it."),
        new("aws:arcregionswitch/plan:Plan name", "A plan that nothing else names may be called anything."),
        new("aws:arcregionswitch/plan:Plan associatedAlarms[]", "Each Region has two alarms of its health; one tells that it serves again."),
        new("aws:arcregionswitch/plan:Plan fault:promotes in a switchover alone",
            "A plan without triggers is started by people, who choose the mode; of a plan with triggers it is noticed."),
        new("aws:arcregionswitch/plan:Plan workflows[].workflowDescription", "A description is for people; the workflow runs without it."),
    ];
}
