using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [EfsTypes.FileSystem];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["encrypted"], wanted: true, serviceDefault: false, "the file system is not encrypted")];
}
