using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketOwnsItsObjects : StackRule
{
    protected override RuleDescriptor About => new(
        "Every object of a bucket with data belongs to the bucket's owner.",
        Why: "Objects that belong to whoever wrote them can be neither read nor replicated nor restored by the roles of the account.",
        Fix: "Set objectOwnership to BucketOwnerEnforced, or leave the ownership controls out.",
        Severity.Medium, "B6");

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
