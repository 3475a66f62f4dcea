using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>What the gate says of deployments after a failover, when the standby serves.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "I1")]
public class FailoverGateTests(ShippedStacks stacks)
{
    private const string None = RecoveryManifest.NoFailover;
    private const string InProgress = RecoveryManifest.FailoverInProgress;

    private static readonly DateOnly AsOf = new(2026, 11, 24);

    /// <summary>What the deployed manifests say, what the settings say, what an export says, and whether scaling the standby in is refused.</summary>
    [Theory]
    [InlineData(InProgress, None, null, true)] // a deployment of main, where nobody has committed the failover
    [InlineData(InProgress, InProgress, null, true)]
    [InlineData(None, InProgress, null, true)]
    [InlineData(None, None, null, false)] // a drill goes back
    [InlineData(None, None, InProgress, true)]
    [InlineData(null, None, null, false)] // deployed by a release that did not say
    [InlineData(null, null, null, true)]
    [InlineData(null, null, None, false)]
    [InlineData(null, null, InProgress, true)]
    public void ScalingInTheStandby_IsRefusedUnlessNoFailoverIsInProgress(string? deployed, string? wanted, string? exported, bool refused)
    {
        var active = stacks.Active.Graph;

        var review = Review(
            StackComparison.Of(Saying(active, deployed), Saying(stacks.Dr.Graph, wanted)), exported is null ? [] : [Saying(stacks.Dr.Graph, exported)]);

        string[] names = [.. review.Refused.Where(operation => operation.Refusal.Rule.Id == "operation-failed-over-weakened")
            .Select(operation => operation.Change.Name).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            refused
                ?
                [
                    "events-serving-eu-central-1", "lake-catalogue-instance-1-eu-central-1", "lake-catalogue-instance-2-eu-central-1",
                    "ledger-journal-instance-2-eu-central-1",
                ]
                : [],
            names);
        Assert.Equal(
            deployed is null && wanted is null && exported is null,
            review.Refused.Any(operation => operation.Refusal.Reason.Contains("--state FILE", StringComparison.Ordinal)));
    }

    [Fact]
    public void ActivationDuringTheFailover_AndItsEndAlone_AreNotRefused()
    {
        var active = stacks.Active.Graph;

        Assert.Empty(Review(StackComparison.Of(stacks.Dr.Graph, Saying(active, InProgress))).Refused);
        Assert.Empty(Review(StackComparison.Of(Saying(active, InProgress), active)).Refused);
    }

    [Theory]
    [InlineData("ledger-endpoint-eu-west-1", "healthCheckId", "other", "traffic")]
    [InlineData("ledger-endpoint-eu-west-1", null, null, "traffic")]
    [InlineData("ledger-journal-global", null, null, "writer")]
    public void TrafficAndTheWriter_StayInBothStacksDuringAFailover(string name, string? property, string? value, string part)
    {
        var changed = property is null ? stacks.Dev.Graph.Without(name) : stacks.Dev.Graph.With(name, property, value);

        var during = Review(StackComparison.Of(Saying(stacks.Dev.Graph, InProgress), changed));
        var before = Review(StackComparison.Of(stacks.Dev.Graph, changed));

        var refusal = Assert.Single(during.Refused, operation => operation.Refusal.Rule.Id == "operation-failed-over-weakened").Refusal;
        Assert.Contains($"may move the {part} away", refusal.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(before.Refused, operation => operation.Refusal.Rule.Id == "operation-failed-over-weakened");
    }

    // A plan promotes a database, and nobody has told the settings.
    [Theory]
    [InlineData("eu-central-1", true)]
    [InlineData("eu-west-1", false)]
    public void TheWriterThatAnExportKnows_TellsAFailover(string writer, bool refused)
    {
        var active = stacks.Active.Graph;
        PropertyValue members = ListValue.Of((PropertyValue[])[Member("eu-west-1", writer), Member("eu-central-1", writer)]);
        var export = stacks.Dev.Graph with
        {
            Emulated = false,
            Resources =
            [
                .. stacks.Dev.Graph.Resources.Select(resource => resource.Type == "aws:rds/globalCluster:GlobalCluster"
                    ? resource with { Outputs = MapValue.Of([.. resource.Outputs, new("globalClusterMembers", members)]) }
                    : resource),
            ],
        };

        var review = Review(StackComparison.Of(active, stacks.Dr.Graph), [export]);

        Assert.Equal(refused, review.Refused.Any(operation => operation.Refusal.Rule.Id == "operation-failed-over-weakened"));
    }

    [Fact]
    public void DuringAFailover_TheLossOfARegionIsNotJudgedAndTheRestIs()
    {
        var report = StackCheck.Run(
            Estate.Of([stacks.Dev.Graph, Saying(stacks.Dr.Graph, InProgress)], AwsNames.Instance), ShippedVerdicts.Settings, AsOf);
        var usual = StackCheck.Run(Estate.Of([stacks.Dev.Graph, stacks.Dr.Graph], AwsNames.Instance), ShippedVerdicts.Settings, AsOf);

        foreach (var (outcome, was) in report.Objectives.Zip(usual.Objectives))
        {
            var region = outcome.Disruption == Disruption.Region && was.Verdict != ObjectiveVerdict.NotApplicable;
            Assert.Equal((outcome.Workload, region ? ObjectiveVerdict.Unknown : was.Verdict), (was.Workload, outcome.Verdict));
            Assert.Equal(region, outcome.Obstacle?.Contains("a failover is in progress", StringComparison.Ordinal) ?? false);
        }

        Assert.DoesNotContain(report.Violations, violation => violation.Rule.Id == "manifests-of-a-pair-agree");
        Assert.Equal(usual.Violations.Select(violation => violation.Message), report.Violations.Select(violation => violation.Message));
    }

    private static PropertyValue Member(string region, string writer) => MapValue.Of(
    [
        new("dbClusterArn", PropertyValue.Of($"arn:aws:rds:{region}:123456789012:cluster:drinfra-main-ledger-journal-{region}")),
        new("isWriter", PropertyValue.Of(region == writer)),
    ]);

    /// <summary>The graph whose manifests say another thing of a failover; null: nothing.</summary>
    private static ResourceGraph Saying(ResourceGraph graph, string? state)
    {
        const string Usual = "\"failover\":\"none\",";
        if (state == None)
        {
            return graph;
        }

        var changed = graph with
        {
            Resources =
            [
                .. graph.Resources.Select(resource => resource.Inputs.Text("insecureValue") is { } text && text.Contains(Usual, StringComparison.Ordinal)
                    ? resource with
                    {
                        Inputs = MapValue.Of(
                        [
                            .. resource.Inputs.Where(input => input.Key != "insecureValue"),
                            new("insecureValue", PropertyValue.Of(text.Change(Usual, state is null ? "" : $"\"failover\":\"{state}\","))),
                        ]),
                        Outputs = MapValue.Of(resource.Outputs.Where(output => output.Key != "insecureValue")),
                    }
                    : resource),
            ],
        };
        Assert.Contains(graph.Resources.Zip(changed.Resources), pair => !ReferenceEquals(pair.First, pair.Second));
        return changed;
    }

    private ChangeReview Review(StackComparison change, IReadOnlyList<ResourceGraph>? states = null)
    {
        var other = change.After.Stack == stacks.Dr.Graph.Stack ? stacks.Dev.Graph : stacks.Dr.Graph;
        return ChangeReview.Of([change, StackComparison.Unchanging(Silent(other, change))], Check(change.Before, other), Check(change.After, other), states);
    }

    // The other stack's file says what the changed one's does: nothing, where that says nothing.
    private static ResourceGraph Silent(ResourceGraph other, StackComparison change) =>
        new[] { change.Before, change.After }.Any(graph => graph.Resources.Any(resource =>
            resource.Inputs.Text("insecureValue")?.Contains("\"failover\":", StringComparison.Ordinal) ?? false)) ? other : Saying(other, null);

    private static CheckResult Check(params ResourceGraph[] graphs) => new()
    {
        Report = StackCheck.Run(Estate.Of(graphs, AwsNames.Instance), ShippedVerdicts.Settings, AsOf), Settings = ShippedVerdicts.Settings,
    };
}
