using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketSettingHasOneOwner : StackRule
{
    private static readonly Dictionary<BucketPart, string[]> Blocks = new()
    {
        [BucketPart.Versioning] = ["versioning", "versionings"],
        [BucketPart.Replication] = ["replicationConfiguration", "replicationConfigurations"],
        [BucketPart.Encryption] = ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
        [BucketPart.Lifecycle] = ["lifecycleRules"],
        [BucketPart.ObjectLock] = ["objectLockConfiguration"],
        [BucketPart.Policy] = ["policy"],
        [BucketPart.PublicAccessBlock] = [],
        [BucketPart.Ownership] = [],
        [BucketPart.Website] = ["website", "websites"],
    };

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var parts = BucketParts.Of(context.Estate);
        foreach (var bucket in context.Estate.OfTypes(BucketScope.Types))
        {
            foreach (var (part, blocks) in Blocks)
            {
                var owners = parts[bucket, part];
                var inline = Array.Find(blocks, block => !bucket.Input(block).IsAbsent);
                if (owners.Count > 1)
                {
                    yield return Finding.Violation(owners[1], $"{bucket.Name} also has this setting from {owners[0].Name}");
                }

                if (owners.Count > 0 && inline is not null)
                {
                    yield return Finding.Violation(owners[0], $"{bucket.Name} also has this setting in its own block", inline);
                }
            }
        }
    }
}
