namespace DrInfra.Tests.Policies.Rules.Detection;

/// <summary>A sound plan that promotes, raises and routes in both directions, with all that it names.</summary>
internal static class PlanGraph
{
    private const string Trust =
        """{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "arc-region-switch.amazonaws.com" }, "Action": "sts:AssumeRole" }] }""";

    private static readonly string Sound = DetectionGraph.With("""
        {
          "name": "plan", "recoveryApproach": "activePassive", "primaryRegion": "eu-west-1", "regions": ["eu-west-1", "eu-central-1"],
          "recoveryTimeObjectiveMinutes": 30, "executionRole": "arn:aws:iam::123456789012:role/plan", "tags": { "dr:pair": "main" },
          "reportConfigurations": [{ "reportOutputs": [{ "s3Configurations": [{ "bucketOwner": "123456789012", "bucketPath": "reports/x" }] }] }],
          "associatedAlarms": [
            { "mapBlockKey": "lost-eu-west-1", "alarmType": "trigger", "resourceIdentifier": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:lost-eu-west-1" },
            { "mapBlockKey": "lost-eu-central-1", "alarmType": "trigger",
              "resourceIdentifier": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:lost-eu-central-1" },
            { "mapBlockKey": "health-eu-west-1", "alarmType": "applicationHealth",
              "resourceIdentifier": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:lost-eu-west-1" },
            { "mapBlockKey": "health-eu-central-1", "alarmType": "applicationHealth",
              "resourceIdentifier": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:lost-eu-central-1" }
          ]
        }
        """, Steps($"{Promote()}, {Raise()}, {Route()}"));

    public static TestGraph Build(string plan = "{}", string function = "{}", string alarm = "{}")
    {
        var graph = new TestGraph().Endpoint("west", DetectionGraph.Primary).Endpoint("central", DetectionGraph.Standby)
            .Add(DetectionGraph.Role, "plan", $$"""{ "name": "plan", "assumeRolePolicy": {{Trust}} }""")
            .Add(DetectionGraph.Bucket, "reports", """{ "bucket": "reports" }""", DetectionGraph.Standby)
            .Add(DetectionGraph.Bucket, "reports-west", """{ "bucket": "reports-west" }""")
            .Add(DetectionGraph.GlobalCluster, "global", """{ "globalClusterIdentifier": "global" }""");
        foreach (var (part, region) in new[] { ("west", DetectionGraph.Primary), ("central", DetectionGraph.Standby) })
        {
            graph.Add(DetectionGraph.Cluster, part, $$"""{ "clusterIdentifier": "{{part}}", "globalClusterIdentifier": "global" }""", region)
                .Add("aws:autoscaling/group:Group", $"servers-{region}", $$"""{ "name": "servers-{{region}}" }""", region)
                .Add(
                    DetectionGraph.Alarm, $"lost-{region}", DetectionGraph.CanaryAlarm(DetectionGraph.With($$"""{ "name": "lost-{{region}}" }""", alarm)),
                    region)
                .Add(
                    DetectionGraph.Function, $"raise-{region}", DetectionGraph.With(Function(region), region == DetectionGraph.Primary ? function : "{}"),
                    region);
        }

        return graph
            .Add(DetectionGraph.Plan, "plan", DetectionGraph.With(DetectionGraph.With(Sound, Triggers("{}")), plan))
            .Add(DetectionGraph.Record, "primary", Member("PRIMARY", "west"), dependencies: ("healthCheckId", DetectionGraph.Plan, "plan"))
            .Add(DetectionGraph.Record, "secondary", Member("SECONDARY", "central"), dependencies: ("healthCheckId", DetectionGraph.Plan, "plan"));
    }

    public static string Steps(string steps) => $$"""{ "workflows": [{ "workflowTargetAction": "activate", "steps": [{{steps}}] }] }""";

    /// <summary>Both triggers, the one that activates the standby changed.</summary>
    public static string Triggers(string change) =>
        $$"""{ "triggers": [{{Trigger(DetectionGraph.Primary)}}, {{DetectionGraph.With(Trigger(DetectionGraph.Standby), change)}}] }""";

    public static string Promote(string change = "{}") => Step("promote", "AuroraGlobalDatabase", "globalAuroraConfigs", DetectionGraph.With("""
        {
          "behavior": "failover", "globalClusterIdentifier": "global", "timeoutMinutes": 15, "ungracefuls": [{ "ungraceful": "failover" }],
          "databaseClusterArns": ["arn:aws:rds:eu-west-1:123456789012:cluster:west", "arn:aws:rds:eu-central-1:123456789012:cluster:central"]
        }
        """, change));

    public static string Raise(string change = "{}") => Step("raise", "CustomActionLambda", "customActionLambdaConfigs", DetectionGraph.With("""
        {
          "regionToRun": "activatingRegion", "retryIntervalMinutes": 5, "timeoutMinutes": 15,
          "lambdas": [
            { "arn": "arn:aws:lambda:eu-west-1:123456789012:function:raise-eu-west-1" },
            { "arn": "arn:aws:lambda:eu-central-1:123456789012:function:raise-eu-central-1" }
          ]
        }
        """, change));

    public static string Route(string change = "{}") => Step("move", "Route53HealthCheck", "route53HealthCheckConfigs", DetectionGraph.With("""
        {
          "hostedZoneId": "Z1", "recordName": "shop.example.com", "timeoutMinutes": 5,
          "recordSets": [{ "recordSetIdentifier": "primary", "region": "eu-west-1" }, { "recordSetIdentifier": "secondary", "region": "eu-central-1" }]
        }
        """, change));

    private static string Step(string name, string kind, string property, string config) =>
        $$"""{ "name": "{{name}}", "executionBlockType": "{{kind}}", "{{property}}": [{{config}}] }""";

    private static string Trigger(string region) => $$"""
        {
          "action": "activate", "targetRegion": "{{region}}", "minDelayMinutesBetweenExecutions": 60,
          "conditions": [{ "associatedAlarmName": "lost-{{region}}", "condition": "red" }]
        }
        """;

    private static string Function(string region) => $$"""
        {
          "name": "raise-{{region}}", "role": "arn:aws:iam::123456789012:role/plan", "runtime": "python3.13", "handler": "raise.handler", "timeout": 300,
          "memorySize": 256, "architectures": ["arm64"], "code": "raise.zip", "environment": { "variables": { "GROUP": "servers-{{region}}" } }
        }
        """;

    private static string Member(string role, string part) => $$"""
        {
          "zoneId": "Z1", "name": "shop.example.com", "type": "CNAME", "ttl": 60, "records": ["shop.{{part}}.example.com"],
          "setIdentifier": "{{role.ToLowerInvariant()}}", "failoverRoutingPolicies": [{ "type": "{{role}}" }], "healthCheckId": "plan-{{part}}"
        }
        """;
}
