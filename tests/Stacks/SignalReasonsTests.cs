using System.Text.Json.Nodes;
using DrInfra.Policies.Checking;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>An alarm that reaches nobody detects nothing and bounds nothing: what rested on it in the shipped stacks rests on it no more.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "F6")]
public class SignalReasonsTests(ShippedStacks stacks)
{
    [Fact]
    public void LagAlarmsWithoutASubscriber_BoundNoLag()
    {
        var sound = Region(stacks.Report, "lake");
        var broken = Region(ShippedVerdicts.Of(stacks.Dev.Graph, stacks.Dr.Graph.Without("shared-alerts-mail-1-eu-central-1")), "lake");

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, sound.RpoVerdict);
        Assert.Equal(ObjectiveVerdict.Breached, broken.RpoVerdict);
        Assert.True(broken.Rpo.Figure.Worst > sound.Rpo.Figure.Worst);
    }

    [Fact]
    public void SignalsOfTheStandbyThatTellNobody_DetectNothing_AndTheReasonNamesTheTopic()
    {
        // The plan hears them too: without it the topic alone does.
        var dev = stacks.Dev.Graph.With("lake-region-switch-plan", "associatedAlarms", null);
        var heard = Region(ShippedVerdicts.Of(dev, stacks.Dr.Graph), "lake");
        var unheard = Region(ShippedVerdicts.Of(dev, stacks.Dr.Graph.Without("shared-alerts-mail-1-eu-central-1")), "lake");

        Assert.True(unheard.Rto.Figure.Worst > heard.Rto.Figure.Worst);
        Assert.Contains(
            "people notice it: the alarm lake-",
            string.Join('\n', Labels(unheard.Rto)),
            StringComparison.Ordinal);
        Assert.Contains("notifies shared-alerts-eu-central-1, which has no subscription", string.Join('\n', Labels(unheard.Rto)), StringComparison.Ordinal);
    }

    // The standby's alarms tell what is not replicated any more; the composite that sums them up tells nobody.
    [Theory]
    [InlineData("ledger-journal-rpo-lag-eu-central-1", "treatMissingData", "\"notBreaching\"")]
    [InlineData("ledger-journal-rpo-lag-eu-central-1", "alarmActions", "[]")]
    [InlineData("ledger-journal-rpo-lag-eu-central-1", "metricName", "\"AuroraGlobalDBRPOLagg\"")]
    [InlineData(
        "ledger-journal-rpo-lag-eu-central-1", "dimensions",
        """{ "DBClusterIdentifier": "drinfra-main-ledger-journal-eu-central-1", "SourceRegion": "eu-central-1" }""")]
    public void LagAlarmThatWouldNotBeHeard_BoundsNoLagWhereNothingIsEnforced(string alarm, string property, string value)
    {
        var dev = stacks.Dev.Graph.With("ledger-journal-parameters-eu-west-1", "parameters", new JsonArray());
        var monitored = Region(ShippedVerdicts.Of(dev, stacks.Dr.Graph), "ledger");
        var unheard = Region(ShippedVerdicts.Of(dev, stacks.Dr.Graph.With(alarm, property, JsonNode.Parse(value))), "ledger");

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, monitored.RpoVerdict);
        Assert.Equal(ObjectiveVerdict.Breached, unheard.RpoVerdict);
    }

    private static IEnumerable<string> Labels(DrInfra.Recovery.Figures.Derivation derivation) => derivation.Parts.SelectMany(Labels).Prepend(derivation.Label);

    private static Outcome Region(CheckReport report, string workload) =>
        report.Objectives.Single(outcome => outcome.Workload == workload && outcome.Disruption == Disruption.Region);
}
