using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>What the gate says of changes of the shipped stacks.</summary>
[Collection(ShippedStacksGroup.Name)]
public class OperationsGateTests(ShippedStacks stacks)
{
    // What a reader sees without scrolling.
    private const int FirstScreen = 2000;

    [Fact]
    public void WhateverHoldsData_MayNotBeDeleted() => Assert.All(stacks.Both, stack =>
    {
        var stateful = Estate.Of([stack.Graph], AwsNames.Instance).All.Where(node => StatefulTypes.Find(node) is not null).ToList();
        Assert.NotEmpty(stateful);

        var diff = GraphDiff.Compare(
            stack.Graph, stack.Graph with { Resources = [.. stack.Graph.Resources.Where(resource => stateful.TrueForAll(node => node.Urn != resource.Urn))] });

        Assert.Equal(stateful.Count, diff.Changes.Count);
        Assert.All(diff.Changes, change => Assert.NotEmpty(change.Refusals));
    });

    [Fact]
    public void ALostCopy_IsRefusedAndTheFirstScreenSaysAll()
    {
        var dev = Change("ledger-requests-table", inputs => inputs.Where(input => input.Key != "replicas"));

        var review = Review(dev);
        var comment = ReviewMarkdown.Render(review)[..FirstScreen];

        var refused = Assert.Single(review.Refused);
        Assert.Equal("operation-copy-removed", refused.Refusal.Rule.Id);
        Assert.StartsWith("## :x: Recovery: 1 operation on data needs a waiver, 1 objective is breached by it\n", comment, StringComparison.Ordinal);
        Assert.Contains("| **ledger** (payments-team) | region | 2m30s → **7h** (+6h58m)<br>promised 5m |", comment, StringComparison.Ordinal);
        Assert.Contains("→ **BREACHED** | `ledger-requests-table` removes a copy |", comment, StringComparison.Ordinal);
        Assert.Contains("### What to do\n\n- **Keep it until another copy replaces it", comment, StringComparison.Ordinal);
        Assert.Contains(DeltaKind.Same, review.Objectives.Select(delta => delta.Kind));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 1)]
    public void AnInstance_MayGoAsLongAsTheObjectivesAreKept(int instances, int refused)
    {
        var second = stacks.Dev.Graph.Resources.Single(resource => resource.Name == "ledger-journal-instance-2-eu-west-1");
        var third = second with
        {
            Urn = second.Urn.Change("instance-2", "instance-3"), Name = "ledger-journal-instance-3-eu-west-1", Id = "third",
        };
        var before = instances == 3 ? stacks.Dev.Graph with { Resources = [.. stacks.Dev.Graph.Resources, third] } : stacks.Dev.Graph;

        var review = Review(before, before with { Resources = [.. before.Resources.Where(resource => resource.Urn != second.Urn)] });

        Assert.Single(review.Changes);
        Assert.Equal(refused, review.Refused.Count(operation => operation.Refusal.Rule.Id == "operation-copy-removed"));
        Assert.Equal(refused, review.Refused.Count);
    }

    // Alarms of the same workload, and of others, are described anew at the same time.
    [Fact]
    public void ABrokenObjective_IsBlamedOnTheOperationThatBreaksItAndOnNoOther()
    {
        var dev = Changed(stacks.Dev.Graph, resource => resource.Name == "ledger-requests-table", inputs => inputs.Where(input => input.Key != "replicas"));
        dev = Changed(dev, resource => resource.Type == "aws:cloudwatch/metricAlarm:MetricAlarm", inputs =>
            [.. inputs.Where(input => input.Key != "alarmDescription"), new("alarmDescription", PropertyValue.Of("another text"))]);

        var review = Review(dev);

        Assert.True(review.Changes.Count() > 20);
        var broken = Assert.Single(review.Broken);
        Assert.Equal(("ledger", Disruption.Region), (broken.Workload, broken.Disruption));
        Assert.Equal(["ledger-requests-table"], review.CausesOf(broken).Select(change => change.Name));
    }

    [Fact]
    public void AnObjectiveThatTakesTwoOperations_IsBlamedOnBoth()
    {
        var second = stacks.Dev.Graph.Resources.Single(resource => resource.Name == "ledger-journal-instance-2-eu-west-1");
        var third = second with { Urn = second.Urn.Change("instance-2", "instance-3"), Name = "ledger-journal-instance-3-eu-west-1", Id = "third" };
        var before = stacks.Dev.Graph with { Resources = [.. stacks.Dev.Graph.Resources, third] };

        var review = Review(
            before, before with { Resources = [.. before.Resources.Where(resource => resource.Urn != second.Urn && resource.Urn != third.Urn)] });

        Assert.NotEmpty(review.Broken);
        Assert.All(review.Broken, delta => Assert.Equal(
            ["ledger-journal-instance-2-eu-west-1", "ledger-journal-instance-3-eu-west-1"], review.CausesOf(delta).Select(change => change.Name).Order()));
    }

    // No data is touched: the detector of the Region is gone.
    [Fact]
    public void AnObjectiveThatBreaksWithoutAnOperationOnData_IsRefusedWithWhatToDo()
    {
        var before = stacks.Dr.Graph;
        var after = before with { Resources = [.. before.Resources.Where(resource => resource.Type != "aws:cloudwatch/metricAlarm:MetricAlarm")] };
        var comparison = StackComparison.Of(before, after);

        var review = ChangeReview.Of(
            [StackComparison.Unchanging(stacks.Dev.Graph), comparison], Check(stacks.Dev.Graph, before), Check(stacks.Dev.Graph, after));

        Assert.Empty(review.Refused);
        Assert.True(review.IsRefused);
        Assert.All(review.Broken, delta => Assert.All(review.CausesOf(delta), change => Assert.Equal("aws:cloudwatch/metricAlarm:MetricAlarm", change.Type)));
        Assert.Contains("Refused: ", ReviewText.Summary(review, check: true), StringComparison.Ordinal);
        var text = ReviewText.Render(review, ["unchanged", "compared"], check: true);
        Assert.Contains("Objectives that this change breaks\n", text, StringComparison.Ordinal);
        Assert.Contains("      fix  Revert ", text, StringComparison.Ordinal);
        Assert.Contains("### What to do\n\n- ", ReviewMarkdown.Render(review), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1s", DeltaKind.Worse, 1)]
    [InlineData("6m", DeltaKind.Promise, 0)]
    public void AnotherPromise_IsTheManifestsDoingAndMakesNothingBetter(string rpo, DeltaKind kind, int broken)
    {
        var dev = Changed(stacks.Dev.Graph, IsLedgersManifest, inputs => Promising(inputs, rpo));
        var dr = Changed(stacks.Dr.Graph, IsLedgersManifest, inputs => Promising(inputs, rpo));

        var review = ChangeReview.Of(
            [StackComparison.Of(stacks.Dev.Graph, dev), StackComparison.Of(stacks.Dr.Graph, dr)],
            Check(stacks.Dev.Graph, stacks.Dr.Graph), Check(dev, dr));

        var delta = Assert.Single(review.Objectives, delta => delta.Kind != DeltaKind.Same);
        Assert.Equal(("ledger", Disruption.Region, kind), (delta.Workload, delta.Disruption, delta.Kind));
        Assert.Equal(broken, review.Broken.Count);
        Assert.All(review.CausesOf(delta), change => Assert.Equal("aws:ssm/parameter:Parameter", change.Type));
        Assert.Equal(broken, review.CausesOf(delta).Select(change => change.Name).Distinct().Count());
    }

    private static bool IsLedgersManifest(GraphResource resource) => resource.Inputs["name"] is TextValue { Value: "/dr/main/ledger" };

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Promising(MapValue inputs, string rpo) => inputs.Select(input =>
        input is { Key: "insecureValue", Value: TextValue text }
            ? new("insecureValue", PropertyValue.Of(text.Value.Change("\"region\":{\"rpo\":\"5m\"", $"\"region\":{{\"rpo\":\"{rpo}\"")))
            : input);

    [Fact]
    public void AnObjectiveThatWasBrokenBefore_IsNotBrokenByTheChange()
    {
        var broken = Changed(stacks.Dev.Graph, resource => resource.Name == "ledger-requests-table", inputs => inputs.Where(input => input.Key != "replicas"));
        var after = Changed(broken, resource => resource.Type == "aws:cloudwatch/metricAlarm:MetricAlarm", inputs =>
            [.. inputs.Where(input => input.Key != "alarmDescription"), new("alarmDescription", PropertyValue.Of("another text"))]);

        var review = Review(broken, after);

        Assert.NotEmpty(review.Changes);
        Assert.Contains(review.Objectives, delta => delta.After!.Verdict == ObjectiveVerdict.Breached);
        Assert.Empty(review.Broken);
        Assert.False(review.IsRefused);
    }

    [Fact]
    public void AComment_StaysWithinWhatGitHubTakes()
    {
        var everything = ReviewMarkdown.Render(Review(stacks.Dev.Graph with { Resources = [.. stacks.Dev.Graph.Resources.Take(60)] }));

        Assert.InRange(everything.Length, 1, 65_536 - "<!-- drctl: recovery -->\n".Length);
        Assert.Contains("**Left out**", everything, StringComparison.Ordinal);
        Assert.Equal(Count(everything, "<details>"), Count(everything, "</details>"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private ResourceGraph Change(string name, Func<MapValue, IEnumerable<KeyValuePair<string, PropertyValue>>> inputs) =>
        Changed(stacks.Dev.Graph, resource => resource.Name == name, inputs);

    private static ResourceGraph Changed(
        ResourceGraph graph, Func<GraphResource, bool> which, Func<MapValue, IEnumerable<KeyValuePair<string, PropertyValue>>> inputs) => graph with
    {
        Resources = [.. graph.Resources.Select(resource => !resource.Custom || !which(resource) ? resource : resource with
        {
            Inputs = MapValue.Of(inputs(resource.Inputs)),
            Outputs = MapValue.Of(inputs(resource.Outputs)),
        })],
    };

    private ChangeReview Review(ResourceGraph dev) => Review(stacks.Dev.Graph, dev);

    private ChangeReview Review(ResourceGraph before, ResourceGraph after) => ChangeReview.Of(
        [StackComparison.Of(before, after), StackComparison.Unchanging(stacks.Dr.Graph)],
        Check(before, stacks.Dr.Graph),
        Check(after, stacks.Dr.Graph));

    private static CheckResult Check(params ResourceGraph[] graphs) =>
        new() { Report = ShippedVerdicts.Of(graphs), Settings = ShippedVerdicts.Settings };
}
