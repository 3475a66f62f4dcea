using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationIsTwoWay : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var replications = Replications.Of(context.Estate);
        foreach (var rule in replications.Enabled)
        {
            if (rule.Source is not { } source || rule.Destination.Target is not { } target || target == source || !BucketScope.HoldsData(source)
                || !BucketScope.HoldsData(target))
            {
                continue;
            }

            var back = replications.From(target).ToArray();
            if (back.Any(other => other.IsEnabled && other.Destination.Target == source))
            {
                continue;
            }

            var unknown = Array.Find(back, other => other.Status.IsUnknown || other.Destination.IsUnknown);
            yield return unknown is not null ? Finding.Unknown(target, unknown.Rule.Path)
                : BucketParts.Of(context.Estate).Homeless(target, BucketPart.Replication) is not null ? Finding.Unknown(target, "replicationConfiguration")
                : Finding.Violation(target, $"it receives replicas from {source.Name}, but replicates nothing back");
        }
    }
}
