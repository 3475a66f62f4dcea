using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketLifecycleKeepsOldVersions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in LifecycleRule.Of(context.Estate).Where(rule => rule.MayBeEnabled && BucketScope.IsKept(rule.Bucket)))
        {
            var days = rule.VersionDays;
            if (days.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, days.Path);
            }
            else if (days.Number < context.Parameters["minimumDays"])
            {
                yield return Finding.Violation(rule.Owner, $"noncurrent versions expire after {days} days, {context.Parameters["minimumDays"]} needed",
                    days.Path);
            }
        }
    }
}
