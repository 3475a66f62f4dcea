using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketOwnsItsObjects : StackRule
{
    // Enforced where it is not stated (the service's default for new buckets).
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var parts = BucketParts.Of(context.Estate);
        foreach (var ownership in BucketScope.Kept(context.Estate).SelectMany(bucket => parts[bucket, BucketPart.Ownership]))
        {
            var rule = ownership["rule"]["objectOwnership"];
            if (rule.IsUnknown)
            {
                yield return Finding.Unknown(ownership, rule.Path);
            }
            else if (rule.Text != "BucketOwnerEnforced")
            {
                yield return Finding.Violation(ownership, $"objectOwnership is {rule}, BucketOwnerEnforced needed", rule.Path);
            }
        }
    }
}
