using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class InstanceTakesMinorUpgrades : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An RDS instance takes minor upgrades by itself.",
        Why: "Minor versions repair crashes and lost data; an instance left behind is also the one that its copies cannot be promoted from.",
        Fix: "Set autoMinorVersionUpgrade to true.",
        Severity.Low, "H6",
        Published: "RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED, RDS.13");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Instance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["autoMinorVersionUpgrade"], wanted: true, serviceDefault: true, "minor upgrades are off")];
}
