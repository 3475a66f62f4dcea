using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Data;

public sealed class ForceDestroyIsOff : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Flag(BucketScope.Types, "forceDestroy", "the bucket may be deleted with everything in it: forceDestroy is on", wanted: false, unless: node =>
            node["forceDestroy"].IsUnknown || BucketScope.IsKept(node) ? null : "logs"),
        Flag([BackupTypes.Vault], "forceDestroy", "the vault is destroyed with its recovery points: forceDestroy is on", wanted: false),
        Flag([EcrTypes.Repository], "forceDelete", "it is deleted with the images in it: forceDelete is on", wanted: false),
        Flag([KinesisTypes.Stream], "enforceConsumerDeletion", "its consumers are deleted with it: enforceConsumerDeletion is on", wanted: false),
    ];
}
