using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Data;

public sealed class ForceDestroyIsOff : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Flag(BucketScope.Types, "forceDestroy", "the bucket can be deleted with all its objects: forceDestroy is on", wanted: false, unless: node =>
            node["forceDestroy"].IsUnknown || BucketScope.IsKept(node) ? null : "logs"),
        Flag([BackupTypes.Vault], "forceDestroy", "the vault can be deleted with its recovery points: forceDestroy is on", wanted: false),
        Flag([EcrTypes.Repository], "forceDelete", "it can be deleted with its images: forceDelete is on", wanted: false),
        Flag([KinesisTypes.Stream], "enforceConsumerDeletion", "it can be deleted with its consumers: enforceConsumerDeletion is on", wanted: false),
    ];
}
