using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberIgnoresItsRole : ResourceRule
{
    private static readonly string[] Rewritten = ["globalClusterIdentifier", "replicationSourceIdentifier"];

    public override string Description => "Both stacks leave alone what a failover changes in the members of a global database.";

    public override string Why =>
        "A failover rewrites who replicates from whom: the next update would read the difference as a wish, and detach or promote a cluster.";

    public override string Fix =>
        "Add globalClusterIdentifier and replicationSourceIdentifier to the resource option ignoreChanges of every member.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1", "F3"];

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!node.Input("globalClusterIdentifier").IsStated())
        {
            yield return Verdict.NotApplicable("it is in no global database");
            yield break;
        }

        foreach (var property in Rewritten.Where(property => !IgnoredChanges.Contain(node, property)))
        {
            yield return Verdict.Violation($"a failover changes {property}, and the next update would undo it: it is not ignored", "ignoreChanges");
        }
    }
}
