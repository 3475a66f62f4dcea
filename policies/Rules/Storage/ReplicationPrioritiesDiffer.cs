using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationPrioritiesDiffer : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rules in Replications.Of(context.Estate).Enabled.Where(rule => rule.HasFilter).GroupBy(rule => rule.Owner))
        {
            // A priority that is not stated is 0.
            foreach (var same in rules.Where(rule => !rule.Rule["priority"].IsUnknown).GroupBy(rule => rule.Rule["priority"].Number ?? 0)
                .Where(same => same.Count() > 1))
            {
                yield return Finding.Violation(rules.Key, $"{same.Count()} replication rules have the priority {same.Key}", same.Last().Rule["priority"].Path);
            }
        }
    }
}
