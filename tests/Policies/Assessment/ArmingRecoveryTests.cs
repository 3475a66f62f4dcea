using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Who decides after the loss of a Region: a trigger whose signs all live, or people whom an alarm reaches.</summary>
public class ArmingRecoveryTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Canary = "aws:synthetics/canary:Canary";
    private const string Plan = "aws:arcregionswitch/plan:Plan";

    // A minute until a probe fails, three minutes and the wait of the alarm.
    private const int Rings = 300;
    private const int Promotes = 600;
    private const int Reconnects = 60;

    [Fact]
    public void UntilItIsArmed_PeopleDecideAfterTheAlarm() => Assert.Equal(
        Rings + 420 + Promotes + Reconnects, Worst(Pair("observe", "7m", [], "eu-central-1")));

    [Fact]
    public void NothingSaysHowLongPeopleTake_IsNever() => Assert.Null(Finite(Worst(Pair("observe", null, [], "eu-central-1"))));

    // By the operator, whatever the program says; and of a program that says nothing of arming.
    [Fact]
    public void Operator_SaysHowLongPeopleTake()
    {
        var said = Automatic("decideUntilArmed: 10m");

        Assert.Equal(Rings + 600 + Promotes + Reconnects, Worst(Pair("observe", null, [], "eu-central-1"), said));
        Assert.Equal(Rings + 600 + Promotes + Reconnects, Worst(Pair(null, null, [], "eu-central-1"), said));
        Assert.Null(Finite(Worst(Pair("armed", null, [], "eu-central-1"), said)));
    }

    // What only a plan hears tells no person: they notice by themselves, an hour later.
    [Fact]
    public void AlarmThatNobodyHears_IsNoDetectionForPeople() => Assert.Equal(
        3600 + 420 + Promotes + Reconnects,
        Worst(Pair("observe", "7m", [], "eu-central-1").With("alarm-eu-central-1", "alarmActions", new System.Text.Json.Nodes.JsonArray())));

    [Fact]
    public void ArmedBySignsOfThePlansRegions_DecidesAtOnce() => Assert.Equal(
        Rings + Promotes + Reconnects, Worst(Pair("armed", null, ["eu-central-1"], "eu-central-1")));

    [Fact]
    public void ArmedWithAWitness_IsUnknownUntilItWasShown()
    {
        var graph = Pair("armed", null, ["eu-central-1", "eu-west-3"], "eu-central-1", "eu-west-3");

        Assert.Equal(ObjectiveVerdict.Unknown, graph.Outcome(Disruption.Region, Automatic()).RtoVerdict);
        Assert.Equal(Rings + Promotes + Reconnects, Worst(graph, Shown));
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, graph.Outcome(Disruption.Region, Shown).RtoVerdict);
    }

    // All conditions must be red.
    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eu-west-3")]
    public void ArmedWithASignThatIsDead_NeverDecides(string region) => Assert.Null(Finite(Worst(
        Pair("armed", "7m", ["eu-central-1", "eu-west-3"], "eu-central-1", "eu-west-3").With($"canary-{region}", "startCanary", false), Shown)));

    // It says nothing of the Region that is lost.
    [Fact]
    public void CanaryThatAsksItsOwnRegion_IsNoSign() => Assert.Equal(
        3600 + 420 + Promotes + Reconnects,
        Worst(Pair("observe", "7m", [], "eu-central-1").With(
            "canary-eu-central-1", "runConfig/environmentVariables/HOST", "orders.eu-central-1.example.com")));

    [Fact]
    public void TriggersThatAreNotKnown_AreUnknown() => Assert.Equal(
        ObjectiveVerdict.Unknown, Pair("observe", "7m", [], "eu-central-1").With("plan", "triggers", "?").Outcome(Disruption.Region, Automatic()).RtoVerdict);

    private static RecoverySettings Shown { get; } = Automatic() with
    {
        Assumptions =
        [
            .. Assessed.Assumptions.Assumptions,
            new Assumption("region-switch-alarm-of-a-third-region", 1, "yes", "a drill", "test", new DateOnly(2026, 11, 1), null, 1),
        ],
    };

    private static RecoverySettings Automatic(string more = "") => Assessed.Assumptions with
    {
        Objectives = RecoverySettingsFile.Parse(
            $"objectives: {{ workloads: {{ orders: {{ decide: automatic{(more.Length == 0 ? "" : ", ")}{more} }} }} }}", "recovery.yaml").Objectives,
    };

    private static double? Worst(TestGraph graph, RecoverySettings? settings = null) =>
        graph.Outcome(Disruption.Region, settings ?? Automatic()).Rto.Figure.Worst;

    private static double? Finite(double? seconds) => seconds is { } some && double.IsFinite(some) ? some : null;

    private static TestGraph Pair(string? mode, string? untilArmed, string[] conditions, params string[] watching)
    {
        var said = (mode is null ? "" : $"\"automaticFailover\": \"{mode}\", ") + (untilArmed is null ? "" : $"\"decideUntilArmed\": \"{untilArmed}\", ");
        var graph = new TestGraph().Manifests("[]", said)
            .Add("aws:rds/globalCluster:GlobalCluster", "global", """{ "globalClusterIdentifier": "global", "engine": "aurora-postgresql" }""");
        foreach (var region in new[] { "eu-west-1", "eu-central-1" })
        {
            graph.Add("aws:rds/cluster:Cluster", $"db-{region}", $$"""
                    { "clusterIdentifier": "db-{{region}}", "engine": "aurora-postgresql", "globalClusterIdentifier": "global",
                      "tags": { "dr:workload": "orders" } }
                    """, region)
                .Add("aws:rds/clusterInstance:ClusterInstance", $"instance-{region}", $$"""
                    { "clusterIdentifier": "db-{{region}}", "engine": "aurora-postgresql", "instanceClass": "db.r7g.large",
                      "tags": { "dr:workload": "orders" } }
                    """, region)
                .Add("aws:route53/record:Record", $"record-{region}", $$"""
                    { "name": "orders.{{region}}.example.com", "type": "CNAME", "ttl": 60, "records": ["lb.{{region}}.elb.amazonaws.com"] }
                    """);
        }

        foreach (var region in watching)
        {
            graph.Add(Canary, $"canary-{region}", $$"""
                    { "name": "canary-{{region}}", "startCanary": true, "schedule": { "expression": "rate(1 minute)" },
                      "runConfig": { "environmentVariables": { "HOST": "orders.eu-west-1.example.com" } }, "tags": { "dr:workload": "orders" } }
                    """, region)
                .Add(Alarm, $"alarm-{region}", $$"""
                    { "name": "alarm-{{region}}", "namespace": "CloudWatchSynthetics", "metricName": "SuccessPercent", "statistic": "Average",
                      "dimensions": { "CanaryName": "canary-{{region}}" }, "comparisonOperator": "LessThanThreshold", "threshold": 100, "period": 60,
                      "evaluationPeriods": 3, "datapointsToAlarm": 3, "treatMissingData": "breaching",
                      "alarmActions": ["arn:aws:sns:{{region}}:123456789012:alerts"], "tags": { "dr:workload": "orders" } }
                    """, region);
        }

        var alarms = string.Join(", ", conditions.Select(region => $$"""
            { "mapBlockKey": "{{region}}", "alarmType": "trigger", "resourceIdentifier": "arn:aws:cloudwatch:{{region}}:123456789012:alarm:alarm-{{region}}" }
            """));
        var red = string.Join(", ", conditions.Select(region => $$"""{ "associatedAlarmName": "{{region}}", "condition": "red" }"""));
        var triggers = conditions.Length == 0 ? "" : $$"""
            "triggers": [{ "action": "activate", "targetRegion": "eu-central-1", "minDelayMinutesBetweenExecutions": 60, "conditions": [{{red}}] }],
            """;
        return graph.Add(Plan, "plan", $$"""
            { "name": "plan", "regions": ["eu-west-1", "eu-central-1"], "associatedAlarms": [{{alarms}}], {{triggers}} "tags": { "dr:workload": "orders" },
              "workflows": [{ "workflowTargetAction": "activate", "steps": [{ "name": "promote", "executionBlockType": "AuroraGlobalDatabase",
                "globalAuroraConfigs": [{ "behavior": "failover", "globalClusterIdentifier": "global", "timeoutMinutes": 15 }] }] }] }
            """);
    }
}
