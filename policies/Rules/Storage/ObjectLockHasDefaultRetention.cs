using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ObjectLockHasDefaultRetention : StackRule
{
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
            else if (enabled.Flag == true && configurations.Count == 0 && bucket.Input("objectLockConfiguration").IsAbsent
                && parts.Homeless(bucket, BucketPart.ObjectLock) is not null)
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

        return (days.Number ?? 0) <= 0 && (years.Number ?? 0) <= 0
            ? Verdict.Violation("Object Lock has no default retention, so it locks no object by default", retention.Path)
                : mode.Text == "COMPLIANCE" ? Verdict.Compliant
                : Verdict.Violation($"the default retention is {mode}, COMPLIANCE needed", mode.Path);
    }
}
