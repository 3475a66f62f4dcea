using DrInfra.Policies.Rules.Detection;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class TriggerIsSeenFromTwoRegionsTests
{
    private const string Witness = "eu-west-3";

    private static readonly TriggerIsSeenFromTwoRegions Rule = new();

    [Fact]
    public void ConditionsInTwoRegions_AreCompliant()
    {
        Assert.Empty(Plan(DetectionGraph.Standby, Witness).Violations(Rule));
        Assert.Empty(Plan(DetectionGraph.Standby, Witness).Unknown(Rule));
    }

    [Fact]
    public void OneCondition_IsAViolation() => Assert.Equal(
        ["plan: one alarm that is wrong starts a failover: all that tells of the loss, and activates eu-central-1, is seen from eu-central-1"],
        Plan(DetectionGraph.Standby).Violations(Rule));

    // It is lost with the Region that it would tell of.
    [Fact]
    public void ConditionInTheLostRegion_IsNoView() => Assert.Single(Plan(DetectionGraph.Standby, DetectionGraph.Primary).Violations(Rule));

    [Fact]
    public void TwoAlarmsOfOneRegion_AreOneView() => Assert.Single(Plan(DetectionGraph.Standby, DetectionGraph.Standby).Violations(Rule));

    // A sign that the Region followed is none that the other one is lost.
    [Fact]
    public void ConditionOfTheWayBack_IsNoView() => Assert.Single(
        Plan(DetectionGraph.Standby, Witness).With("alarm-1", "metricName", "AuroraGlobalDBRPOLag").With("alarm-1", "namespace", "AWS/RDS")
            .With("alarm-1", "comparisonOperator", "GreaterThanOrEqualToThreshold").With("alarm-1", "threshold", 0).Violations(Rule));

    // Its alarm takes silence for bad, so it is red from the first day: the other one decides alone.
    [Fact]
    public void CanaryThatDoesNotRun_IsNoView() => Assert.Equal(
        [
            "plan: one alarm that is wrong starts a failover: all that tells of the loss, and activates eu-central-1, is seen from eu-central-1 "
                + "(the canary is not started)",
        ],
        Plan(DetectionGraph.Standby, Witness).With("probe-1", "startCanary", false).Violations(Rule));

    [Fact]
    public void CanariesThatDoNotRun_AreNothing() => Assert.Equal(
        ["plan: nothing that has data tells of the loss that activates eu-central-1 (the canary is not started)"],
        Plan(DetectionGraph.Standby, Witness).With("probe-0", "startCanary", false).With("probe-1", "startCanary", false).Violations(Rule));

    [Fact]
    public void RoleThatMayPublishNoMetric_IsNoView()
    {
        var graph = Plan(DetectionGraph.Standby, Witness)
            .Add(DetectionGraph.Role, "prober", """
                { "name": "prober", "assumeRolePolicy": { "Statement": [
                  { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }] },
                  "inlinePolicies": [{ "name": "x", "policy": "{\"Statement\":[]}" }] }
                """)
            .With("probe-1", "executionRoleArn", "arn:aws:iam::123456789012:role/prober").With("probe-1", "artifactS3Location", "s3://results/x");

        Assert.Contains("the role is not allowed", Assert.Single(graph.Violations(Rule)), StringComparison.Ordinal);
    }

    [Fact]
    public void ConditionsThatAreNotKnown_AreUnknown()
    {
        var graph = Plan(DetectionGraph.Standby, Witness).With("plan", "triggers/0/conditions", "?");

        Assert.Equal(["plan: triggers[0].conditions"], graph.Unknown(Rule));
        Assert.Empty(graph.Violations(Rule));
    }

    // The ARN says where it is.
    [Fact]
    public void AlarmOfAnotherProgram_CountsByItsArn() => Assert.Empty(Plan(DetectionGraph.Standby, Witness).Without("alarm-1").Violations(Rule));

    [Fact]
    public void PlanWithoutTriggers_IsNotJudged() => Assert.Empty(Plan(DetectionGraph.Standby).With("plan", "triggers", null).Violations(Rule));

    [Fact]
    public void Waived_IsNotReported()
    {
        var settings = RecoverySettingsFile.Parse(
            "waivers: [{ rule: trigger-is-seen-from-two-regions, urn: '*::plan', reason: a trial, owner: me, expires: 2027-01-01 }]", "recovery.yaml");

        Assert.Empty(Plan(DetectionGraph.Standby).Violations(Rule, settings));
    }

    // No page says what becomes of an alarm of a third Region.
    [Theory]
    [InlineData("", new[] { "plan: associatedAlarms[1].resourceIdentifier" })]
    [InlineData("region-switch-alarm-of-a-third-region", new string[0])]
    [InlineData("region-switch-alarm-of-a-third-region@orders", new string[0])]
    [InlineData("region-switch-alarm-of-a-third-region@other", new[] { "plan: associatedAlarms[1].resourceIdentifier" })]
    public void AlarmOfAThirdRegion_IsUnknownUntilTheOperatorSaysThatItWorks(string statement, string[] unknown)
    {
        var settings = RecoverySettingsFile.Parse(
            statement.Length == 0 ? "" : $"assumptions: [{{ id: {statement}, value: yes, why: a drill, owner: me, reviewed: 2026-11-01 }}]", "recovery.yaml");

        Assert.Equal(unknown, Plan(DetectionGraph.Standby, Witness).Unknown(new PlanTriggersSurvive(), settings));
        Assert.DoesNotContain(
            Plan(DetectionGraph.Standby, Witness).Violations(new PlanTriggersSurvive(), settings),
            violation => violation.Contains(Witness, StringComparison.Ordinal));
    }

    private static TestGraph Plan(params string[] regions)
    {
        var graph = new TestGraph();
        foreach (var (region, at) in regions.Select((region, at) => (region, at)))
        {
            graph.Add(DetectionGraph.Canary, $"probe-{at}", $$"""
                    { "name": "probe-{{at}}", "startCanary": true, "schedule": { "expression": "rate(1 minute)" } }
                    """, region)
                .Add(
                    DetectionGraph.Alarm, $"alarm-{at}",
                    DetectionGraph.CanaryAlarm($$"""{ "name": "alarm-{{at}}", "dimensions": { "CanaryName": "probe-{{at}}" } }"""), region);
        }

        var alarms = string.Join(", ", regions.Select((region, at) => $$"""
            { "mapBlockKey": "key-{{at}}", "alarmType": "trigger", "resourceIdentifier": "arn:aws:cloudwatch:{{region}}:123456789012:alarm:alarm-{{at}}" }
            """));
        var conditions = string.Join(", ", regions.Select((_, at) => $$"""{ "associatedAlarmName": "key-{{at}}", "condition": "red" }"""));
        return graph.Add(DetectionGraph.Plan, "plan", $$"""
            { "name": "plan", "regions": ["eu-west-1", "eu-central-1"], "tags": { "dr:workload": "orders", "dr:pair": "main" },
              "associatedAlarms": [{{alarms}}],
              "triggers": [{ "action": "activate", "targetRegion": "eu-central-1", "minDelayMinutesBetweenExecutions": 60,
                "conditions": [{{conditions}}] }] }
            """);
    }
}
