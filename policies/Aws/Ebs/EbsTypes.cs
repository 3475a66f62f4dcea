namespace DrInfra.Policies.Aws.Ebs;

/// <summary>Type tokens of the provider's module <c>aws:ebs</c>.</summary>
public static class EbsTypes
{
    public const string EncryptionByDefault = "aws:ebs/encryptionByDefault:EncryptionByDefault";
    public const string Snapshot = "aws:ebs/snapshot:Snapshot";
    public const string SnapshotCopy = "aws:ebs/snapshotCopy:SnapshotCopy";
    public const string Volume = "aws:ebs/volume:Volume";
}
