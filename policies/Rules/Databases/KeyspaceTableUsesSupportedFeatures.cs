using DrInfra.Policies.Aws.Keyspaces;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableUsesSupportedFeatures() : ResourceRule(KeyspacesTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => new KeyspaceTable(node).Refusals().Select(Verdict.Of);
}
