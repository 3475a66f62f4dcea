using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketLifecycleKeepsObjectsReadable : StackRule
{
    protected override RuleDescriptor About => new(
        "No lifecycle rule archives all objects of a bucket with data where they cannot be read without a restore.",
        Why: "From an archive class an object comes back after hours, old versions too: the recovery of the workload, or of its past, waits for each.",
        Fix: "Leave the transition to GLACIER or DEEP_ARCHIVE out, or narrow it to what a recovery does not need.",
        Severity.Medium, "A3 B2");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in LifecycleRule.Of(context.Estate)
        where rule.MayBeEnabled && !rule.IsNarrow && BucketScope.HoldsData(rule.Bucket)
        from transition in rule.Rule["transitions"].Items
        let storage = transition["storageClass"]
        where storage.IsUnknown || ArchiveClasses.Contains(storage.Text)
        select storage.IsUnknown
            ? Finding.Unknown(rule.Owner, storage.Path)
            : Finding.Violation(rule.Owner, $"all objects are archived in {storage}, from where a restore takes hours", storage.Path);
}
