using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketIsVersioned : StackRule
{
    protected override RuleDescriptor About => new(
        "A bucket keeps the old versions of its objects.",
        Why: "Without versions an overwrite or a deletion is final, is replicated as such, and no replication can run at all.",
        Fix: "Enable versioning: a BucketVersioning with the status Enabled, or the bucket's own versioning block.",
        Severity.Critical, "B1 B4", Level.Mandatory,
        Published: "S3_BUCKET_VERSIONING_ENABLED, CKV_AWS_21, AVD-AWS-0090, s3_bucket_object_versioning");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        BucketScope.Kept(context.Estate).Select(bucket => new Finding(bucket, BucketVersions.Off(context.Estate, bucket) is { } off ? Verdict.Of(off) : Verdict.Compliant));
}
