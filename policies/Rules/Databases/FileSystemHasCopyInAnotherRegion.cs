using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemHasCopyInAnotherRegion : StackRule
{
    public override string Description => "The files of a file system are also in another Region.";

    public override string Why => "More zones do not survive the loss of the Region; without a copy elsewhere there is nothing to mount.";

    public override string Fix =>
        "Declare a ReplicationConfiguration whose destination is in the standby Region, or a backup plan that copies there.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B6", "H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var replication in estate.OfType(EfsTypes.ReplicationConfiguration))
        {
            if (Destination(estate, replication) is { } region && region == replication.Region)
            {
                yield return Finding.Violation(replication, $"the replica is in {region}, as the file system is", "destination");
            }
        }

        // In one Region alone the copy would be in a stack that was not given.
        foreach (var files in BackupCopies.CouldBeSeen(estate) ? estate.OfType(EfsTypes.FileSystem) : [])
        {
            var isCopy = estate.OfType(EfsTypes.ReplicationConfiguration)
                .Any(replication => estate.References.Follow(replication, replication["destination"]["fileSystemId"], EfsTypes.FileSystem).Target == files);
            if (!isCopy && estate.UsersOf(files, EfsTypes.ReplicationConfiguration, "sourceFileSystemId").Count == 0 && !BackupCopies.LeaveRegion(estate, files.Region))
            {
                yield return Finding.Violation(files, $"its files are in {files.Region} only");
            }
        }
    }

    private static string? Destination(Estate estate, Node replication) => replication["destination"]["region"].Text
        ?? estate.References.Follow(replication, replication["destination"]["fileSystemId"], EfsTypes.FileSystem).Region;
}
