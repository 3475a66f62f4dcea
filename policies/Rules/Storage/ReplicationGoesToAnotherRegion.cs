using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationGoesToAnotherRegion : StackRule
{
    public override string Description => "A bucket is replicated to a bucket of another Region.";

    public override string Why => "A copy in the same Region is lost together with the original.";

    public override string Fix => "Let the rule's destination be a bucket whose provider is that of the other Region.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["B6", "H5"];

    public override IReadOnlyList<string> Also => ["S3_BUCKET_CROSS_REGION_REPLICATION_ENABLED", "s3_bucket_cross_region_replication"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rules in Replications.Of(context.Estate).Enabled.Where(rule => rule.Source is not null).GroupBy(rule => rule.Source!))
        {
            // A second copy in the same Region is nothing bad where another rule leaves the Region.
            var verdicts = rules.Select(rule => (rule.Owner, Verdict: Judge(rule))).ToArray();
            var verdict = Array.Find(verdicts, pair => pair.Verdict.Kind == VerdictKind.Violation && Itself(rules, pair.Verdict.Property));
            if (verdict.Verdict is null && !Array.Exists(verdicts, pair => pair.Verdict.Kind == VerdictKind.Compliant))
            {
                verdict = Array.Find(verdicts, pair => pair.Verdict.Kind == VerdictKind.Unknown);
                verdict = verdict.Verdict is null ? verdicts[0] : verdict;
            }

            if (verdict.Verdict is not null)
            {
                yield return new Finding(verdict.Owner, verdict.Verdict);
            }
        }
    }

    private static bool Itself(IEnumerable<ReplicationRule> rules, string? property) =>
        rules.Any(rule => rule.Destination.Path == property && rule.Destination.Target == rule.Source);

    private static Verdict Judge(ReplicationRule rule)
    {
        var path = rule.Destination.Path;
        if (rule.Destination.IsAbsent)
        {
            return Verdict.Violation("the replication rule has no destination bucket", path);
        }

        if (rule.Destination.Target == rule.Source)
        {
            return Verdict.Violation("the bucket is replicated to itself", path);
        }

        var (from, to) = (rule.Source!.Region, rule.Destination.Target?.Region);
        return from is null || to is null ? Verdict.Unknown(path)
            : from == to ? Verdict.Violation($"the bucket in {from} is replicated within {to}, another Region needed", path)
            : Verdict.Compliant;
    }
}
