using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.S3Control;

namespace DrInfra.Policies.Rules.Storage;

public sealed class AccessPointBucketsHoldTheSame : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var replications = Replications.Of(context.Estate);
        return
            from point in AccessPoint.In(context.Estate)
            let buckets = point.Buckets.Select(bucket => bucket.Target).OfType<Node>().ToArray()
            from source in buckets
            from target in buckets
            where source != target
            let rules = replications.From(source).ToArray()
            where !Array.Exists(rules, rule => rule.IsEnabled && rule.Destination.Target == target)
            select replications.Unread(source) is not null || Array.Exists(rules, rule => rule.Status.IsUnknown || rule.Destination.IsUnknown)
                ? Finding.Unknown(source, "replicationConfiguration")
                : Finding.Violation(point.Node, $"{source.Name} is not replicated to {target.Name}", "details.regions");
    }
}
