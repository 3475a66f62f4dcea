using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>What arming adds to the shipped pair, what it asks, and what becomes of it when a sign is taken away.</summary>
public class ArmedStacksTests(ArmedStacks armed) : IClassFixture<ArmedStacks>
{
    private const string Plan = "ledger-region-switch-plan";

    private static readonly string[] All = [.. ArmedStacks.WithoutDrills, ArmedStacks.ThirdRegion];

    private ResourceGraph Dev => armed.Dev.Graph;

    private ResourceGraph Dr => armed.Dr.Graph;

    [Fact]
    public void ArmedPairWithItsStatements_IsClean()
    {
        var report = ArmedStacks.Check(Dev, Dr, All);

        Assert.Empty(report.Lines());
        Assert.Empty(report.UnknownLines());
        Assert.Equal(("23m", ObjectiveVerdict.MetOnAssumption), Rto(report));
    }

    [Fact]
    public void Trigger_ActivatesEachRegionByTwoSignsOfTwoRegions()
    {
        var plan = Dev.Resources.Single(resource => resource.Name == Plan);
        var triggers = ((ListValue)plan.Inputs["triggers"]!).Cast<MapValue>().ToArray();

        Assert.Equal(["eu-central-1", "eu-west-1"], triggers.Select(trigger => trigger.Text("targetRegion")));
        Assert.All(triggers, trigger => Assert.Equal("activate", trigger.Text("action")));
        Assert.Equal(
            ["unreachable-eu-central-1 primary-unreachable-eu-west-3", "unreachable-eu-west-1 standby-unreachable-eu-west-3 followed-lately-eu-west-1"],
            triggers.Select(trigger => string.Join(
                ' ', ((ListValue)trigger["conditions"]!).Cast<MapValue>().Select(condition => condition.Text("associatedAlarmName")))));
        Assert.Null(Assert.IsType<MapValue>(Assert.Single((ListValue)plan.Inputs["workflows"]!))["workflowTargetRegion"]);
    }

    // Neither data nor capacity: triggers, their alarms, the role that may start them, and what the manifest says.
    [Fact]
    public async Task Arming_ChangesTriggersAlone()
    {
        var (dev, dr) = (await ShippedStacks.PreviewAsync("dev"), await ShippedStacks.PreviewAsync("dr"));

        Assert.Equal(
            ["ledger-followed-lately-eu-west-1", "ledger-manifest-eu-west-1", Plan, "ledger-region-switch-policy"], Changed(dev.Graph, Dev));
        Assert.Equal(["ledger-manifest-eu-central-1"], Changed(dr.Graph, Dr));
    }

    [Fact]
    public void WithoutTheStatementOnAThirdRegion_TheObjectiveIsUnknown()
    {
        var report = ArmedStacks.Check(Dev, Dr, ArmedStacks.WithoutDrills);

        Assert.Empty(report.Lines());
        Assert.Equal(ObjectiveVerdict.Unknown, Rto(report).Verdict);
        Assert.Contains($"plan-triggers-survive {Plan}: associatedAlarms[2].resourceIdentifier", report.UnknownLines());
    }

    // Each direction by itself.
    [Fact]
    public void WithoutDrillsOrStatements_ArmingIsRefusedInBothDirections()
    {
        var lines = ArmedStacks.Check(Dev, Dr, [ArmedStacks.ThirdRegion]).Lines();

        Assert.Equal(2, lines.Length);
        Assert.All(new[] { "eu-central-1", "eu-west-1" }, region => Assert.Contains(
            $"armed-plan-was-drilled {Plan}: ledger: a trigger activates {region}, but recovery.yaml needs evidence of region-switch-execution with the "
                + $"configuration ledger/{region}, or the statement armed-without-a-drill@ledger/{region}",
            lines));
        Assert.Contains("ledger: a trigger activates eu-west-1", Assert.Single(
            ArmedStacks.Check(Dev, Dr, [ArmedStacks.WithoutDrills[0], ArmedStacks.ThirdRegion]).Lines()), StringComparison.Ordinal);
    }

    // It counts for 366 days.
    [Theory]
    [InlineData("2026-11-24", null)]
    [InlineData("2025-11-24", null)]
    [InlineData("2025-11-23", "the drill no longer counts since 2026-11-24; ")]
    [InlineData("2026-11-25", "the drill of 2026-11-25 is in the future; ")]
    public void Drill_CountsUntilTheNextIsDue(string date, string? fault)
    {
        var lines = ArmedStacks.Check(
            Dev, Dr, [ArmedStacks.WithoutDrills[1], ArmedStacks.ThirdRegion],
            $"- {{ step: region-switch-execution, configuration: ledger/eu-central-1, measured: [14m], date: {date}, kind: planned }}")
            .Lines().Where(line => line.StartsWith("armed-plan-was-drilled", StringComparison.Ordinal)).ToArray();

        Assert.Equal(fault is null ? 0 : 1, lines.Length);
        Assert.All(lines, line => Assert.Contains($"activates eu-central-1, but {fault}", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reviewed: 2026-11-24", null)]
    [InlineData("reviewed: 2026-11-25", "the statement of 2026-11-25 is in the future; ")]
    [InlineData("reviewed: 2026-01-01, expires: 2026-11-24", "the statement no longer counts since 2026-11-24; ")]
    [InlineData("reviewed: 2026-01-01, expires: 2026-11-25", null)]
    [InlineData("reviewed: 2025-11-23", "the statement no longer counts since 2026-11-24; ")]
    public void Statement_HasADate(string dates, string? fault)
    {
        var lines = ArmedStacks.Check(
            Dev, Dr,
            [
                ArmedStacks.WithoutDrills[1], ArmedStacks.ThirdRegion,
                $"- {{ id: armed-without-a-drill@ledger/eu-central-1, value: yes, why: a trial, owner: me, {dates} }}",
            ]).Lines().Where(line => line.StartsWith("armed-plan-was-drilled", StringComparison.Ordinal)).ToArray();

        Assert.Equal(fault is null ? 0 : 1, lines.Length);
        Assert.All(lines, line => Assert.Contains($"activates eu-central-1, but {fault}", line, StringComparison.Ordinal));
    }

    // One that cannot run counts for nothing, and a trigger that waits for it never fires.
    [Theory]
    [InlineData("ledger-primary-canary-eu-west-3", "startCanary", false)]
    [InlineData("ledger-primary-unreachable-eu-west-3", "metricName", "SuccessPercents")]
    public void SignThatIsDead_LeavesOneViewAndNoDecision(string name, string property, object value)
    {
        var report = ArmedStacks.Check(
            Dev.With(name, property, value is bool flag ? flag : (string)value), Dr, All);

        Assert.Contains(report.Lines(), line => line.StartsWith(
            $"trigger-is-seen-from-two-regions {Plan}: one alarm that is wrong starts a failover: all that tells of the loss, and activates eu-central-1, ",
            StringComparison.Ordinal));
        Assert.Equal(ObjectiveVerdict.Breached, Rto(report).Verdict);
    }

    [Fact]
    public void RoleThatCannotPublish_KillsTheSign() => Assert.Contains(
        ArmedStacks.Check(Dev.Without("ledger-primary-canary-policy-eu-west-3"), Dr, All).Lines(),
        line => line.StartsWith($"trigger-is-seen-from-two-regions {Plan}: ", StringComparison.Ordinal));

    // It fires all the same: the objective holds, and one canary starts a failover.
    [Fact]
    public void OneCondition_IsRefusedThoughTheFailoverIsInTime()
    {
        var report = ArmedStacks.Check(Dev.With(Plan, "triggers/0/conditions/1", null), Dr, All);

        Assert.Contains(
            report.Violations, violation => violation is { Rule.Id: "trigger-is-seen-from-two-regions", Enforcement: DrInfra.Policies.Rules.Level.Mandatory });
        Assert.Equal(("23m", ObjectiveVerdict.MetOnAssumption), Rto(report));
    }

    [Fact]
    public void ManifestAndTriggersThatDisagree_AreRefused()
    {
        var dev = Dev.With(Plan, "triggers", null);
        Assert.Contains($"plan-is-armed-as-promised {Plan}: ledger: automaticFailover is armed, but the plan has no trigger",
            ArmedStacks.Check(dev, Dr, All).Lines());

        // What should be automatic is nobody's decision.
        Assert.Equal(ObjectiveVerdict.Breached, Rto(ArmedStacks.Check(dev, Dr, All)).Verdict);
    }

    [Fact]
    public void TriggerThatNobodyArmed_IsRefused()
    {
        var dev = Dev.Replacing("ledger-manifest-eu-west-1", "armed", "observe");
        var dr = Dr.Replacing("ledger-manifest-eu-central-1", "armed", "observe");

        Assert.Contains($"plan-is-armed-as-promised {Plan}: ledger: automaticFailover is observe, but the plan has triggers",
            ArmedStacks.Check(dev, dr, All).Lines());
    }

    private static (string Worst, ObjectiveVerdict Verdict) Rto(CheckReport report)
    {
        var region = report.Objectives.Single(outcome => outcome is { Workload: "ledger", Disruption: Disruption.Region });
        var worst = region.Rto.Figure.Worst is { } seconds && double.IsFinite(seconds) ? DurationText.Format(TimeSpan.FromSeconds(seconds)) : "none";
        return (worst, region.RtoVerdict);
    }

    private static string[] Changed(ResourceGraph before, ResourceGraph after)
    {
        var was = before.Resources.ToDictionary(resource => resource.Urn, Text);
        return [.. after.Resources.Where(resource => !was.TryGetValue(resource.Urn, out var text) || text != Text(resource)).Select(resource => resource.Name)
            .Order(StringComparer.Ordinal)];

        static string Text(GraphResource resource) => resource.Type.StartsWith("aws:", StringComparison.Ordinal)
            ? string.Join('\n', resource.Inputs.Texts().Select(text => $"{text.Path}={text.Text}")) : "";
    }
}
