using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemWarmsUpByUse() : ResourceRule(EfsTypes.FileSystem)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var policies = node["lifecyclePolicies"].Items;
        if (!policies.Any(policy => policy["transitionToIa"].IsStated() || policy["transitionToArchive"].IsStated()))
        {
            return [Verdict.NotApplicable("it keeps all files in the Standard class")];
        }

        return [policies.Any(policy => policy["transitionToPrimaryStorageClass"].IsStated())
            ? Verdict.Compliant
            : Verdict.Violation("infrequently accessed files stay in cold storage when they are read", "lifecyclePolicies")];
    }
}
