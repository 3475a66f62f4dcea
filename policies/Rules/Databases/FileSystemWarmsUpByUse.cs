using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemWarmsUpByUse : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A file system that moves cold files away brings them back when they are read.",
        Why: "After a restore or a failover everything is read again; from the cold classes each read is slow for as long as the file stays there.",
        Fix: "Set transitionToPrimaryStorageClass to AFTER_1_ACCESS.",
        Severity.Low, "T1");

    public override IReadOnlyList<string> AppliesTo => [EfsTypes.FileSystem];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var policies = node["lifecyclePolicies"].Items;
        if (!policies.Any(policy => policy["transitionToIa"].IsStated() || policy["transitionToArchive"].IsStated()))
        {
            return [Verdict.NotApplicable("it keeps all files at hand")];
        }

        return [policies.Any(policy => policy["transitionToPrimaryStorageClass"].IsStated())
            ? Verdict.Compliant
            : Verdict.Violation("files that have gone cold stay cold", "lifecyclePolicies")];
    }
}
