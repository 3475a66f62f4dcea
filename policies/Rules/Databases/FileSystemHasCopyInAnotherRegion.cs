using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemHasCopyInAnotherRegion : StackRule
{
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
