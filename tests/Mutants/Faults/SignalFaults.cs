using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.Mutants.Faults.FaultEdits;

namespace DrInfra.Tests.Mutants.Faults;

/// <summary>What makes a signal deaf, dumb or late.</summary>
internal static class SignalFaults
{
    public static IReadOnlyList<Fault> Table { get; } =
    [
        new(CloudWatchTypes.MetricAlarm, "watches a metric that nobody publishes", inputs => With(inputs, "metricName", "NobodyPublishesThis")),
        new(CloudWatchTypes.MetricAlarm, "watches what is not there", inputs => Replaced(inputs, "dimensions", text => $"{text}-gone")),
        new(CloudWatchTypes.MetricAlarm, "takes silence for what it is not", inputs => With(inputs, "treatMissingData", "ignore")),
        new(CloudWatchTypes.MetricAlarm, "looks the wrong way", inputs => Replaced(inputs, "comparisonOperator", WrongWay)),
        new(CloudWatchTypes.MetricAlarm, "tells a topic of the other Region", inputs => Replaced(inputs, "alarmActions", OtherRegion)),
        new(CloudWatchTypes.MetricAlarm, "tells nobody", inputs => inputs["alarmActions"] is null ? inputs : With(inputs, "alarmActions", ListValue.Of([]))),
        new(CloudWatchTypes.MetricAlarm, "is muted", inputs => With(inputs, "actionsEnabled", false)),
        new(CloudWatchTypes.CompositeAlarm, "rings for nothing", inputs => With(inputs, "alarmRule", "FALSE")),
        new(CloudWatchTypes.EventRule, "waits for an event that nobody sends",
            inputs => Replaced(inputs, "eventPattern", text => text.Replace("Job State Change", "Job state change", StringComparison.Ordinal))),
        new(CloudWatchTypes.EventRule, "is off", inputs => With(inputs, "state", "DISABLED")),
        new(CloudWatchTypes.EventTarget, "sends to the other Region", inputs => Replaced(inputs, "arn", OtherRegion)),
        new(SnsTypes.TopicPolicy, "shuts the publishers out",
            inputs => Replaced(inputs, "policy", text => text.Replace(".amazonaws.com", ".example.com", StringComparison.Ordinal))),
        new(SnsTypes.TopicSubscription, "filters everything out", inputs => With(inputs, "filterPolicy", """{"nobody":["sets this"]}""")),
        new(SnsTypes.TopicSubscription, "goes where nobody reads", inputs => With(inputs, "protocol", "nobody")),
        new(KmsTypes.Key, "shuts CloudWatch out",
            inputs => Replaced(inputs, "policy", text => text.Replace("cloudwatch.amazonaws.com", "nobody.amazonaws.com", StringComparison.Ordinal))),
        new(KmsTypes.Key, "shuts EventBridge out",
            inputs => Replaced(inputs, "policy", text => text.Replace("events.amazonaws.com", "nobody.amazonaws.com", StringComparison.Ordinal))),
        new(SyntheticsTypes.Canary, "stands still", inputs => With(inputs, "startCanary", false)),
        new(SyntheticsTypes.Canary, "runs once a day", inputs => With(inputs, "schedule/expression", "rate(1 day)")),
        new(SyntheticsTypes.Canary, "probes its own Region", inputs => Replaced(inputs, "environmentVariables", OtherRegion)),
    ];

    private static string WrongWay(string comparison) => comparison.StartsWith("Less", StringComparison.Ordinal)
        ? comparison.Change("Less", "Greater")
        : comparison.Change("Greater", "Less");
}
