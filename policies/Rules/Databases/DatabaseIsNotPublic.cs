using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseIsNotPublic : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RdsTypes.ClusterInstance, RdsTypes.Instance, NeptuneTypes.ClusterInstance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["publiclyAccessible"], wanted: false, serviceDefault: false, "it has a public address")];
}
