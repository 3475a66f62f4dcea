using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemHasCopyInAnotherRegion : StackRule
{
    protected override RuleDescriptor About => new(
        "The files of a file system are also in another Region.",
        Why: "More zones do not survive the loss of the Region; without a copy elsewhere there is nothing to mount.",
        Fix: "Declare a ReplicationConfiguration whose destination is in the standby Region, or a backup plan that copies there.",
        Severity.High, "B6 H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var replications = FileReplication.AllIn(estate);
        foreach (var replication in replications.Where(replication => replication.Region is { } region && region == replication.Node.Region))
        {
            yield return Finding.Violation(replication.Node, $"the replica is in {replication.Region}, as the file system is", "destination");
        }

        // In one Region alone the copy would be in a stack that was not given.
        foreach (var files in Regions.AreSeveral(estate) ? estate.OfType(EfsTypes.FileSystem) : [])
        {
            if (!replications.Any(replication => replication.Source.Target == files || replication.Destination.Target == files) && !BackupEstate.Of(estate).MayLeave(files))
            {
                yield return replications.FirstOrDefault(replication => replication.Source.IsUnknown) is { } open
                    ? Finding.Unknown(open.Node, open.Source.Path)
                    : Finding.Violation(files, $"its files are in {files.Region} only");
            }
        }
    }
}
