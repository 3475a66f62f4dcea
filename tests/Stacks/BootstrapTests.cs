using System.Text.Json.Nodes;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// The first deployment, step by step (docs/bootstrap.md, "What each step brings"): what is there, what nobody can tell yet, what would ring,
/// and that nothing of it starts a failover.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
public class BootstrapTests(ShippedStacks stacks)
{
    [Fact]
    public void AfterDev_RegionObjectivesWaitForDr_AndNothingIsRefused()
    {
        var report = ShippedVerdicts.Of(stacks.Dev.Graph);

        Assert.DoesNotContain(report.Violations, violation => violation.Enforcement == Level.Mandatory);
        Assert.Equal(
            stacks.Dev.Settings.Workloads.Select(workload => workload.Name).Order(StringComparer.Ordinal),
            report.Objectives.Where(outcome => outcome.NeedsCounterpart).Select(outcome => outcome.Workload).Order(StringComparer.Ordinal));
        Assert.All(
            report.Objectives.Where(outcome => outcome.NeedsCounterpart), outcome => Assert.Equal(ObjectiveVerdict.Unknown, outcome.Verdict));
        Assert.DoesNotContain(report.Objectives, outcome => outcome.Verdict == ObjectiveVerdict.Breached);
    }

    // The standby does not answer yet, and a database that nothing follows publishes no lag: these mail, and start nothing.
    [Fact]
    public void AfterDev_WhatRingsOfTheStandbyMailsPeopleAndStartsNothing()
    {
        var ringing = RingWithout(stacks.Dev.Graph, stacks.Dr.Settings.Regions.Standby).ToArray();

        Assert.Equal(
            ["events-unreachable-eu-west-1", "ledger-standby-unreachable-eu-west-3", "ledger-unreachable-eu-west-1"],
            ringing.Select(alarm => alarm.Name).Order(StringComparer.Ordinal));
        Assert.All(ringing, AssertMails);
        Assert.All(stacks.Dev.Graph.OfType("aws:arcregionswitch/plan:Plan"), plan => Assert.Null(plan.Inputs["triggers"]));
    }

    // Its pair stands: all that is promised is judged, and all of it holds; people decide.
    [Fact]
    public void AfterDr_EverythingIsKnownAndMet()
    {
        Assert.Empty(stacks.Report.Violations);
        Assert.Empty(stacks.Report.Unknown);
        Assert.DoesNotContain(stacks.Report.Objectives, outcome => outcome.Verdict is ObjectiveVerdict.Breached or ObjectiveVerdict.Unknown);
        Assert.Equal(23, stacks.Report.Objectives.Count(outcome => outcome.Verdict != ObjectiveVerdict.NotApplicable));
    }

    // The replicator of a Region needs what AWS gave the other stack. Nobody has recorded it, so it is not declared, and its alarms ring.
    [Fact]
    public async Task BeforeAnythingIsRecorded_StreamsWaitOnBothSides()
    {
        var (dev, dr) = (await ShippedStacks.PreviewAsRecordedAsync("dev"), await ShippedStacks.PreviewAsRecordedAsync("dr"));

        Assert.Equal([("dev", 1, 0), ("dr", 1, 0)], new[] { dev, dr }.Select(Streams));
        Assert.Equal(["feed"], Unrecorded(dev));
        Assert.Equal(["feed"], Unrecorded(dr));
        AssertWaits(ShippedVerdicts.Of(dev.Graph, dr.Graph));
    }

    // dev's identities are in dr: the standby gets what the primary wrote. The way back still waits.
    [Fact]
    public async Task AfterRecordInDr_TheStandbyReplicatesAndDevWaits()
    {
        var dev = await ShippedStacks.PreviewAsRecordedAsync("dev");
        var dr = await ShippedStacks.PreviewAsRecordedAsync("dr", RecordedFrom(dev));

        Assert.Equal([("dev", 1, 0), ("dr", 1, 1)], new[] { dev, dr }.Select(Streams));
        Assert.Equal(["feed"], Unrecorded(dev));
        Assert.Empty(Unrecorded(dr));
        Assert.DoesNotContain(
            ShippedVerdicts.Of(dev.Graph, dr.Graph).Violations, violation => violation.Enforcement == Level.Mandatory);
    }

    // Recorded in both: the pair is the one that the offline preview shows with emulated ids.
    [Fact]
    public async Task AfterRecordInBoth_ThePairIsWhatTheOfflinePreviewShowed()
    {
        var first = await ShippedStacks.PreviewAsRecordedAsync("dev");
        var dr = await ShippedStacks.PreviewAsRecordedAsync("dr", RecordedFrom(first));
        var dev = await ShippedStacks.PreviewAsRecordedAsync("dev", RecordedFrom(dr));

        Assert.Equal([("dev", 1, 1), ("dr", 1, 1)], new[] { dev, dr }.Select(Streams));
        Assert.Equal(stacks.Dev.Graph.Resources.Select(resource => resource.Urn), dev.Graph.Resources.Select(resource => resource.Urn));
        Assert.Equal(stacks.Dr.Graph.Resources.Select(resource => resource.Urn), dr.Graph.Resources.Select(resource => resource.Urn));
        Assert.Empty(ShippedVerdicts.Of(dev.Graph, dr.Graph).Unknown);
    }

    // A replicator that is not there publishes nothing, and that rings as one that stands still does: people are told, nothing starts.
    [Fact]
    public async Task UntilRecorded_TheLagRingsAndMails()
    {
        var dev = await ShippedStacks.PreviewAsRecordedAsync("dev");
        var lag = Assert.Single(dev.Graph.OfType("aws:cloudwatch/metricAlarm:MetricAlarm"), alarm => alarm.Inputs.Text("name")?.Contains(
            "feed-latency", StringComparison.Ordinal) == true);

        Assert.Equal("breaching", lag.Inputs.Text("treatMissingData"));
        AssertMails(lag);
    }

    // Deployed the wrong way round, the standby has nothing to join; what it would ring for mails, too.
    [Fact]
    public void DrAlone_MailsThatThePrimaryIsAway() => Assert.All(
        RingWithout(stacks.Dr.Graph, stacks.Dr.Settings.Regions.Primary).ToArray() is { Length: > 0 } ringing ? ringing : throw new InvalidOperationException(),
        AssertMails);

    // A person arms it, with a date in recovery.yaml: until then the gate refuses.
    [Fact]
    public async Task Arming_IsRefusedUntilSomebodySaysSoWithADate()
    {
        var (dev, dr) = (await ShippedStacks.PreviewAsync("dev", "automaticFailover=armed"), await ShippedStacks.PreviewAsync("dr", "automaticFailover=armed"));

        Assert.All(
            StackCheck.Run(Estate.Of([dev.Graph, dr.Graph], AwsNames.Instance), ShippedVerdicts.Settings, ShippedVerdicts.AsOf).Violations,
            violation => Assert.Equal(("armed-plan-was-drilled", Level.Mandatory), (violation.Rule.Id, violation.Enforcement)));
        Assert.Empty(ArmedStacks.Check(dev.Graph, dr.Graph, [.. ArmedStacks.WithoutDrills, ArmedStacks.ThirdRegion]).Violations);
    }

    private static (string Stack, int Clusters, int Replicators) Streams(StackPreviewResult stack) => (
        stack.Graph.Stack, stack.Graph.OfType("aws:msk/cluster:Cluster").Count(), stack.Graph.OfType("aws:msk/replicator:Replicator").Count());

    private static IEnumerable<string> Unrecorded(StackPreviewResult stack) =>
        from parameter in stack.Graph.Manifests()
        from store in RecoveryManifest.FromJson(parameter.Inputs.Text("insecureValue")!).Stores
        where store.Unrecorded == true
        select store.Name;

    // What `drctl record` takes from the other stack.
    private static string RecordedFrom(StackPreviewResult other)
    {
        var identities = (MapValue)other.Graph.Resources[0].Outputs["identities"]!.Unwrapped!;
        var roles = identities.Select(role => KeyValuePair.Create(
            role.Key,
            (JsonNode?)new JsonObject(((MapValue)role.Value).Select(id => KeyValuePair.Create(id.Key, (JsonNode?)((TextValue)id.Value.Unwrapped!).Value)))));
        return $"identities={new JsonObject(roles).ToJsonString()}";
    }

    private static void AssertWaits(CheckReport report)
    {
        Assert.DoesNotContain(report.Violations, violation => violation.Enforcement == Level.Mandatory);
        Assert.DoesNotContain(report.Objectives, outcome => outcome.Verdict == ObjectiveVerdict.Breached);
        var waiting = Assert.Single(report.Objectives, outcome => outcome.Verdict == ObjectiveVerdict.Unknown);
        Assert.Equal("events", waiting.Workload);
    }

    // Canaries that ask the other Region, whose alarms take silence for bad.
    private static IEnumerable<GraphResource> RingWithout(ResourceGraph graph, string region)
    {
        var asking = graph.OfType("aws:synthetics/canary:Canary")
            .Where(canary => ((MapValue)((MapValue)canary.Inputs["runConfig"]!)["environmentVariables"]!).Text("PROBE_HOST")!
                .Contains($".{region}.", StringComparison.Ordinal))
            .Select(canary => canary.Inputs.Text("name")).ToHashSet();
        return graph.OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Where(alarm => alarm.Inputs.Text("treatMissingData") == "breaching"
            && alarm.Inputs["dimensions"] is MapValue dimensions && asking.Contains(dimensions.Text("CanaryName"))
            && alarm.Inputs.Text("alarmDescription")!.Contains("does not answer", StringComparison.Ordinal));
    }

    private static void AssertMails(GraphResource alarm) =>
        Assert.Contains("drinfra-main-shared-alerts-", Assert.Single(((ListValue)alarm.Inputs["alarmActions"]!).Texts()).Text, StringComparison.Ordinal);
}
