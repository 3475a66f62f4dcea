using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsEncrypted : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A file system is encrypted.",
        Why: "It cannot be encrypted later, and its backups and its replica are as open as it is.",
        Fix: "Set encrypted to true; existing files must be copied to a new file system.",
        Severity.High, "B5", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [EfsTypes.FileSystem];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["encrypted"], wanted: true, serviceDefault: false, "the file system is not encrypted")];
}
