using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsEncrypted : ResourceRule
{
    public override string Description => "A file system is encrypted.";

    public override string Why => "It cannot be encrypted later, and its backups and its replica are as open as it is.";

    public override string Fix => "Set encrypted to true; existing files must be copied to a new file system.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [EfsTypes.FileSystem];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["encrypted"], wanted: true, serviceDefault: false, "the file system is not encrypted")];
}
