using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketNameIsUnique : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from bucket in context.Estate.OfTypes(BucketScope.Types)
        let name = bucket.Input("bucket").Text
        where name is not null
        group bucket by name into same
        where same.Count() > 1
        from bucket in same
        select Finding.Violation(bucket, $"{same.Count()} buckets are named {same.Key}", "bucket");
}
