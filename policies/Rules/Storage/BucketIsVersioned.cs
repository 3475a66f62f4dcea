using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketIsVersioned : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        BucketScope.Kept(context.Estate)
            .Select(bucket => new Finding(bucket, BucketVersions.Off(context.Estate, bucket) is { } off ? Verdict.Of(off) : Verdict.Compliant));
}
