using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketNameIsUnique : StackRule
{
    protected override RuleDescriptor About => new(
        "No two buckets have the same name.",
        Why: "Bucket names are one name space for the whole world: a standby's bucket cannot take the primary's name, so one of the two is never created.",
        Fix: "Put the Region into the bucket's name.",
        Severity.High, "H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from bucket in context.Estate.OfTypes(BucketScope.Types)
        let name = bucket.Input("bucket").Text
        where name is not null
        group bucket by name into same
        where same.Count() > 1
        from bucket in same
        select Finding.Violation(bucket, $"{same.Count()} buckets are named {same.Key}", "bucket");
}
