using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketLifecycleKeepsObjectsReadable : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in LifecycleRule.Of(context.Estate)
        where rule.MayBeEnabled && !rule.IsNarrow && BucketScope.HoldsData(rule.Bucket)
        from transition in rule.Rule["transitions"].Items
        let storage = transition["storageClass"]
        where storage.IsUnknown || ArchiveClasses.Contains(storage.Text)
        select storage.IsUnknown
            ? Finding.Unknown(rule.Owner, storage.Path)
            : Finding.Violation(rule.Owner, $"all objects move to {storage}, where a restore takes hours", storage.Path);
}
