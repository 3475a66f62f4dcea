using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class InstanceTakesMinorUpgrades : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Instance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["autoMinorVersionUpgrade"], wanted: true, serviceDefault: true, "minor upgrades are off")];
}
