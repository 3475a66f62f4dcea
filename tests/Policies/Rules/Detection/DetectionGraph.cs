using System.Text.Json.Nodes;

namespace DrInfra.Tests.Policies.Rules.Detection;

/// <summary>Small parts that the tests of this folder share: a sound resource each, with one field changed.</summary>
internal static class DetectionGraph
{
    public const string Primary = "eu-west-1";
    public const string Standby = "eu-central-1";
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Topic = "aws:sns/topic:Topic";
    public const string Canary = "aws:synthetics/canary:Canary";
    public const string Record = "aws:route53/record:Record";
    public const string Check = "aws:route53/healthCheck:HealthCheck";
    public const string Plan = "aws:arcregionswitch/plan:Plan";
    public const string Function = "aws:lambda/function:Function";
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string Cluster = "aws:rds/cluster:Cluster";
    public const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    public const string Role = "aws:iam/role:Role";
    public const string Balancer = "aws:lb/loadBalancer:LoadBalancer";

    /// <summary>An empty stack that makes the pair whole: the other half, with a tag that says so.</summary>
    public static TestGraph OtherHalf => new TestGraph("dr").Add("aws:sqs/queue:Queue", "other", """{ "tags": { "dr:pair": "main" } }""", Standby);

    /// <summary>A sound alarm on a canary.</summary>
    public static string CanaryAlarm(string change = "{}") => With("""
        {
          "name": "unreachable", "namespace": "CloudWatchSynthetics", "metricName": "SuccessPercent", "statistic": "Average",
          "dimensions": { "CanaryName": "probe" }, "comparisonOperator": "LessThanThreshold", "threshold": 100, "period": 60,
          "evaluationPeriods": 3, "datapointsToAlarm": 3, "treatMissingData": "breaching",
          "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:alerts"], "tags": { "dr:pair": "main" }
        }
        """, change);

    /// <summary>A sound alarm on the lag of an Aurora copy.</summary>
    public static string LagAlarm(string change = "{}") => With("""
        {
          "name": "lag", "namespace": "AWS/RDS", "metricName": "AuroraGlobalDBRPOLag", "statistic": "Maximum",
          "dimensions": { "DBClusterIdentifier": "orders", "SourceRegion": "eu-central-1" }, "comparisonOperator": "GreaterThanThreshold",
          "threshold": 60000, "period": 60, "evaluationPeriods": 5, "treatMissingData": "notBreaching", "tags": { "dr:pair": "main" }
        }
        """, change);

    /// <summary>The JSON with the members of another put over it; a member that is null is taken away.</summary>
    public static string With(string json, string change)
    {
        var whole = JsonNode.Parse(json)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            whole.Remove(name);
            if (value is not null)
            {
                whole.Add(name, value.DeepClone());
            }
        }

        return whole.ToJsonString();
    }
}
