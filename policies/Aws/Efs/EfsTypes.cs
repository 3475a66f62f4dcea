namespace DrInfra.Policies.Aws.Efs;

/// <summary>Type tokens of the provider's module <c>aws:efs</c>.</summary>
public static class EfsTypes
{
    public const string BackupPolicy = "aws:efs/backupPolicy:BackupPolicy";
    public const string FileSystem = "aws:efs/fileSystem:FileSystem";
    public const string FileSystemPolicy = "aws:efs/fileSystemPolicy:FileSystemPolicy";
    public const string MountTarget = "aws:efs/mountTarget:MountTarget";
    public const string ReplicationConfiguration = "aws:efs/replicationConfiguration:ReplicationConfiguration";
}
