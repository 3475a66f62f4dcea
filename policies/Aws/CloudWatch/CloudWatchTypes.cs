namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Type tokens of the provider's module <c>aws:cloudwatch</c>.</summary>
public static class CloudWatchTypes
{
    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string EventEndpoint = "aws:cloudwatch/eventEndpoint:EventEndpoint";
    public const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    public const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string LogResourcePolicy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    public const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
}
