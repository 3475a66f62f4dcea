using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterCanBacktrack : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An Aurora MySQL cluster outside a global database can be rewound in place.",
        Why: "Backtracking undoes a wrong statement in minutes, where a point-in-time restore makes a new cluster.",
        Fix: "Set backtrackWindow, in seconds up to 259200; it can only be set when the cluster is made.",
        Severity.Low, "B4",
        Published: "RDS.14, CKV_AWS_326, AwsSolutions-RDS14, AURORA_MYSQL_BACKTRACKING_ENABLED");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // Backtracking and a global database exclude each other.
        if (node["engine"].Text is not ("aurora-mysql" or "aurora") || GlobalDatabase.IsMember(node))
        {
            return [Verdict.NotApplicable("only Aurora MySQL outside a global database backtracks")];
        }

        var window = node["backtrackWindow"];
        return [window.IsUnknown ? Verdict.Unknown(window.Path)
            : window.Number > 0 ? Verdict.Compliant
            : Verdict.Violation("it cannot be rewound: the backtrack window is 0", window.Path)];
    }
}
