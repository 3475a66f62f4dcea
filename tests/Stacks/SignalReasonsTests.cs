using DrInfra.Policies.Checking;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>An alarm that reaches nobody detects nothing and bounds nothing: what rested on it in the shipped stacks rests on it no more.</summary>
[Collection(ShippedStacksGroup.Name)]
public class SignalReasonsTests(ShippedStacks stacks)
{
    [Fact]
    public void LagAlarmsWithoutASubscriber_BoundNoLag()
    {
        var sound = Region(ShippedVerdicts.Of(stacks.Dev.Graph, stacks.Dr.Graph), "events");
        var broken = Region(ShippedVerdicts.Of(stacks.Dev.Graph.Without("shared-alerts-mail-1-eu-west-1"), stacks.Dr.Graph), "events");

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, sound.RpoVerdict);
        Assert.Equal(ObjectiveVerdict.Breached, broken.RpoVerdict);
        Assert.True(broken.Rpo.Figure.Worst > sound.Rpo.Figure.Worst);
    }

    [Fact]
    public void SignalsOfTheStandbyThatTellNobody_DetectNothing_AndTheReasonNamesTheTopic()
    {
        // A trigger of the plan hears them too: without it the topic alone does.
        var dev = stacks.Dev.Graph.With("lake-region-switch-plan", "associatedAlarms", null).With("lake-region-switch-plan", "triggers", null);
        var heard = Region(ShippedVerdicts.Of(dev, stacks.Dr.Graph), "lake");
        var unheard = Region(ShippedVerdicts.Of(dev, stacks.Dr.Graph.Without("shared-alerts-mail-1-eu-central-1")), "lake");

        Assert.True(unheard.Rto.Figure.Worst > heard.Rto.Figure.Worst);
        Assert.Contains(
            "people notice: the alarm lake-",
            string.Join('\n', Labels(unheard.Rto)),
            StringComparison.Ordinal);
        Assert.Contains("tells shared-alerts-eu-central-1, and nobody is subscribed to it", string.Join('\n', Labels(unheard.Rto)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Labels(DrInfra.Recovery.Figures.Derivation derivation) => derivation.Parts.SelectMany(Labels).Prepend(derivation.Label);

    private static Outcome Region(CheckReport report, string workload) =>
        report.Objectives.Single(outcome => outcome.Workload == workload && outcome.Disruption == Disruption.Region);
}
