using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketIsVersioned : StackRule
{
    public override string Description => "A bucket keeps the old versions of its objects.";

    public override string Why => "Without versions an overwrite or a deletion is final, is replicated as such, and no replication can run at all.";

    public override string Fix => "Enable versioning: a BucketVersioning with the status Enabled, or the bucket's own versioning block.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B1", "B4"];

    public override IReadOnlyList<string> Also => ["S3_BUCKET_VERSIONING_ENABLED", "CKV_AWS_21", "AVD-AWS-0090", "s3_bucket_object_versioning"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        BucketScope.Kept(context.Estate).Select(bucket => new Finding(bucket, BucketVersions.Off(context.Estate, bucket) is { } off ? Verdict.Of(off) : Verdict.Compliant));
}
