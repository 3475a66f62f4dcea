using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules.Network.Likeness;

namespace DrInfra.Policies.Rules.Network;

public sealed class StandbyIsLikePrimary : StackRule
{
    private const int Named = 3;

    public override string Description => "What serves in one Region has its like in the other: the same resources, set up in the same way but for names, ranges and sizes.";

    public override string Why => "A standby that differs in one setting fails on the day that it is needed, in a way that nobody has seen before.";

    public override string Fix => "Declare both Regions by the same code, and give the resource that is named the setting of its like.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["H5", "F1", "F2", "T3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (first, second) in RegionPairs.Of(context.Estate))
        {
            var (here, there) = (new RegionNames(first, second), new RegionNames(second, first));
            var likes = Likes.Of(context.Estate, here, there);
            var references = new LikeReferences(context.Estate, likes.Pairs);
            foreach (var pair in likes.Pairs)
            {
                // Told of the standby's, which is the one to be mended.
                var (model, standby) = pair.First.Tag(DrTags.Role) == "standby"
                    ? ((there, pair.Second), (here, pair.First))
                    : ((here, pair.First), (there, pair.Second));
                var differences = new LikeComparison(references, model, standby).Differences();
                if (differences.Count > 0)
                {
                    var more = differences.Count > Named ? $" and {differences.Count - Named} more" : "";
                    yield return Finding.Violation(standby.Item2, $"differs from its like in {model.Item1.Here}: {string.Join("; ", differences.Take(Named))}{more}");
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
