using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Likeness;

namespace DrInfra.Policies.Rules.Network;

public sealed class StandbyIsLikePrimary : StackRule
{
    private const int Named = 3;

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
                foreach (var (node, where, told) in new[] { (standby.Item2, model.Item1.Here, ofStandby), (model.Item2, standby.Item1.Here, ofModel) }
                    .Where(side => side.Item3.Length > 0))
                {
                    var more = told.Length > Named ? $" and {told.Length - Named} more" : "";
                    yield return Finding.Violation(node, $"it differs from its counterpart in {where}: {string.Join("; ", told.Take(Named))}{more}");
                }

                foreach (var property in comparison.Untold)
                {
                    yield return Finding.Unknown(standby.Item2, property);
                }
            }

            // What stands in one Region alone may have its like in the stack that was not given.
            foreach (var node in RegionPairs.HasBothStacks(context.Estate) ? likes.Alone : [])
            {
                yield return Finding.Violation(node, $"it has no counterpart in {(node.Region == first ? second : first)}, but its component is there");
            }
        }
    }
}
