using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationWaitsForVersions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var parts = BucketParts.Of(context.Estate);
        foreach (var rule in Replications.Of(context.Estate).Enabled)
        {
            foreach (var bucket in new[] { rule.Source, rule.Destination.Target }.OfType<Node>())
            {
                if (ReplicationFaults.Versions(context.Estate, rule, bucket) is { IsUnknown: false } off)
                {
                    yield return Finding.Of(off);
                    continue;
                }

                // What another stack makes is there before this one is deployed.
                var versioning = parts[bucket, BucketPart.Versioning].Where(node => node.Stack == rule.Owner.Stack).ToArray();
                if (versioning.Length > 0 && !Array.Exists(versioning, node => Order.IsAfter(rule.Owner, node)))
                {
                    yield return Finding.Violation(rule.Owner, $"the replication does not depend on the versioning of {bucket.Name}", rule.Rule.Path);
                }
            }
        }
    }
}
