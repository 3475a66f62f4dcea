using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterCanBacktrack() : ResourceRule(RdsTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // Backtracking and a global database exclude each other.
        if (node["engine"].Text is not ("aurora-mysql" or "aurora") || GlobalDatabase.IsMember(node))
        {
            return [Verdict.NotApplicable("only Aurora MySQL outside a global database supports backtracking")];
        }

        var window = node["backtrackWindow"];
        return [window.IsUnknown ? Verdict.Unknown(window.Path)
            : window.Number > 0 ? Verdict.Compliant
            : Verdict.Violation("backtracking is off: backtrackWindow is 0", window.Path)];
    }
}
