namespace DrInfra.Tests.Mutants.Exempt;

internal static class DetectionExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("aws:cloudwatch/metricAlarm:MetricAlarm alarmDescription", "A description is for people; the alarm rings without it."),
        new("aws:cloudwatch/metricAlarm:MetricAlarm okActions", "The all-clear informs, and nothing in detection or recovery waits for it."),
        new("aws:cloudwatch/metricAlarm:MetricAlarm dimensions", "Without any dimension a count of backup jobs is that of the whole Region, which watches more."),
        new("aws:cloudwatch/compositeAlarm:CompositeAlarm alarmDescription", "A description is for people; the alarm rings without it."),
        new("aws:cloudwatch/compositeAlarm:CompositeAlarm okActions", "The all-clear informs, and nothing in detection or recovery waits for it."),
        new("aws:cloudwatch/dashboard:Dashboard dashboardName", "Nothing names a dashboard; people find it in the list."),
        new("aws:route53/healthCheck:HealthCheck (deleted)", "A calculated check that no record follows only sums others up for people."),
        new("aws:route53/healthCheck:HealthCheck measureLatency", "A latency graph is extra; health is judged without it."),
        new("aws:route53/record:Record aliases[].evaluateTargetHealth", "The regional name is no failover member: the members above it follow checks of their own."),
        new("aws:sns/topic:Topic displayName", "The display name is the sender that mails show."),
        new("aws:sns/topicPolicy:TopicPolicy (deleted)", "By default the account's own alarms may publish, which is all that this topic takes."),
        new("aws:synthetics/canary:Canary artifactConfig*", "The bucket encrypts every result by default, with or without this block."),
        new("aws:synthetics/canary:Canary deleteLambda", "It says what is left behind when the canary is deleted."),
        new("aws:synthetics/canary:Canary runConfig.activeTracing", "Traces are extra; success is measured without them."),
        new("aws:arcregionswitch/plan:Plan description", "A description is for people; the plan runs without it."),
        new("aws:arcregionswitch/plan:Plan name", "A plan that nothing else names may be called anything."),
        new("aws:arcregionswitch/plan:Plan triggers[].description", "A description is for people; the trigger works without it."),
        new("aws:arcregionswitch/plan:Plan workflows[].workflowDescription", "A description is for people; the workflow runs without it."),
        new("aws:lambda/function:Function architectures", "The other processor runs the same interpreted code."),
        new("aws:lambda/function:Function description", "A description is for people; the function runs without it."),
        new("aws:lambda/function:Function loggingConfig", "The default is the same log group, as plain text."),
        new("aws:lambda/function:Function loggingConfig.logFormat", "The form of log lines changes nothing that is done."),
        new("aws:arcregionswitch/plan:Plan workflows[].steps[]", "A plan without its approval is no slower, and without its capacity step the group's scaling policy raises it; other steps are noticed."),
        new("aws:arcregionswitch/plan:Plan workflows[].steps[].parallelConfigs[].steps[]", "Without the capacity step the group's scaling policy raises it; the database step is noticed."),
    ];
}
