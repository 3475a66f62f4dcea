using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FsxKeepsBackups : ResourceRule
{
    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that daily backups must be kept.", 7, 1, 90),
    ];

    public override IReadOnlyList<string> AppliesTo =>
    [
        FsxTypes.OntapFileSystem, FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem,
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return NumberVerdict.AtLeast(new FsxFileSystem(node).Backups.Days, parameters["minimumDays"], "automaticBackupRetentionDays", " days");

        // A file system of ONTAP has no backups: its volumes do, and say so.
        if (!node.Type.Contains("ontap", StringComparison.Ordinal))
        {
            yield return FlagVerdict.Of(node["skipFinalBackup"], wanted: false, serviceDefault: false, "no backup is taken before it is deleted");
        }
    }
}
