using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules.Network.Likeness;

namespace DrInfra.Policies.Rules.Network;

public sealed class StandbyIsLikePrimary : StackRule
{
    private const int Named = 3;

    protected override RuleDescriptor About => new(
        "What serves in one Region has its like in the other: the same resources, set up in the same way but for names, ranges and sizes.",
        Why: "A standby that differs in one setting fails on the day that it is needed, in a way that nobody has seen before.",
        Fix: "Declare both Regions by the same code. Where the resource that is named protects less than its like, give it what that has; where nothing "
            + "tells which of two settings is meant, decide, and state it in both. What has no like: declare it in the other Region, or take it away where "
            + "neither needs it.",
        Severity.High, "H5 F1 F2 T3");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (first, second) in RegionPairs.Of(context.Estate))
        {
            var (here, there) = (new RegionNames(first, second), new RegionNames(second, first));
            var likes = Likes.Of(context.Estate, here, there);
            var references = new LikeReferences(context.Estate, likes.Pairs);
            foreach (var pair in likes.Pairs)
            {
                // Where a difference tells which is to be changed, it is told of that one; else of the standby's.
                var (model, standby) = pair.First.Tag(DrTags.Role) == "standby"
                    ? ((there, pair.Second), (here, pair.First))
                    : ((here, pair.First), (there, pair.Second));
                var comparison = new LikeComparison(references, model, standby);
                var differences = comparison.Differences();
                string[] ofModel = [.. differences.Where(difference => difference.Weaker < 0).Select(difference => difference.OfFirst)];
                string[] ofStandby = [.. differences.Where(difference => difference.Weaker >= 0).Select(difference => difference.OfSecond)];
                foreach (var (node, where, told) in new[] { (standby.Item2, model.Item1.Here, ofStandby), (model.Item2, standby.Item1.Here, ofModel) }.Where(side => side.Item3.Length > 0))
                {
                    var more = told.Length > Named ? $" and {told.Length - Named} more" : "";
                    yield return Finding.Violation(node, $"differs from its like in {where}: {string.Join("; ", told.Take(Named))}{more}");
                }

                foreach (var property in comparison.Untold)
                {
                    yield return Finding.Unknown(standby.Item2, property);
                }
            }

            // What stands in one Region alone may have its like in the stack that was not given.
            foreach (var node in RegionPairs.HasBothStacks(context.Estate) ? likes.Alone : [])
            {
                yield return Finding.Violation(node, $"has no like in {(node.Region == first ? second : first)}, though its component is there");
            }
        }
    }
}
