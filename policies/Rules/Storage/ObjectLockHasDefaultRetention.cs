using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ObjectLockHasDefaultRetention : StackRule
{
    protected override RuleDescriptor About => new(
        "A bucket with object lock keeps every object for a time by itself.",
        Why: "Object lock without a default retention locks only what the writer asked to lock, and governance mode can be bypassed by whoever took over "
            + "the account.",
        Fix: "Declare a BucketObjectLockConfiguration with a default retention in COMPLIANCE mode and a number of days or years.",
        Severity.Medium, "B6",
        Published: "S3_BUCKET_DEFAULT_LOCK_ENABLED, CKV_AWS_143, s3_bucket_object_lock, NIST.800.53.R5-S3BucketDefaultLockEnabled");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var parts = BucketParts.Of(context.Estate);
        foreach (var bucket in context.Estate.OfTypes(BucketScope.Types))
        {
            var configurations = parts[bucket, BucketPart.ObjectLock];
            var enabled = bucket.Input("objectLockEnabled");
            if (enabled.IsUnknown)
            {
                yield return Finding.Unknown(bucket, enabled.Path);
            }
            else if (enabled.Flag == true && configurations.Count == 0 && bucket.Input("objectLockConfiguration").IsAbsent && parts.Homeless(bucket, BucketPart.ObjectLock) is not null)
            {
                yield return Finding.Unknown(bucket, "objectLockConfiguration");
            }
            else if (enabled.Flag == true || configurations.Count > 0)
            {
                foreach (var (owner, retention) in ObjectLock.Retentions(context.Estate, bucket))
                {
                    yield return new Finding(owner, Judge(retention));
                }
            }
        }
    }

    private static Verdict Judge(Prop retention)
    {
        var (mode, days, years) = (retention["mode"], retention["days"], retention["years"]);
        if (mode.IsUnknown || days.IsUnknown || years.IsUnknown)
        {
            return Verdict.Unknown(retention.Path);
        }

        return (days.Number ?? 0) <= 0 && (years.Number ?? 0) <= 0 ? Verdict.Violation("object lock has no default retention, so it locks nothing by itself", retention.Path)
            : mode.Text == "COMPLIANCE" ? Verdict.Compliant
            : Verdict.Violation($"the default retention is {mode}, COMPLIANCE needed", mode.Path);
    }
}
