using DrInfra.Policies.Aws.Keyspaces;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableSettlesItsTtl() : ResourceRule(KeyspacesTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (new KeyspaceTable(node).UnsettledTtl is { } unsettled)
        {
            yield return Verdict.Of(unsettled);
        }
    }
}
