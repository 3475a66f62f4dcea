using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

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

    [Fact]
    public void AComment_StaysWithinWhatGitHubTakes()
    {
        var everything = ReviewMarkdown.Render(Review(stacks.Dev.Graph with { Resources = [.. stacks.Dev.Graph.Resources.Take(60)] }));

        Assert.InRange(everything.Length, 1, 65_536 - "<!-- drctl: recovery -->\n".Length);
        Assert.Contains("**Left out**", everything, StringComparison.Ordinal);
        Assert.Equal(Count(everything, "<details>"), Count(everything, "</details>"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private ResourceGraph Change(string name, Func<MapValue, IEnumerable<KeyValuePair<string, PropertyValue>>> inputs) => stacks.Dev.Graph with
    {
        Resources = [.. stacks.Dev.Graph.Resources.Select(resource => resource.Name != name || !resource.Custom ? resource : resource with
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
