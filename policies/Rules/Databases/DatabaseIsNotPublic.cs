using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseIsNotPublic : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A database has no address on the internet.",
        Why: "An attacker who reaches it is a disaster of its own, one that replication copies to the standby within a second.",
        Fix: "Set publiclyAccessible to false.",
        Severity.Critical, "B5");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.ClusterInstance, RdsTypes.Instance, NeptuneTypes.ClusterInstance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["publiclyAccessible"], wanted: false, serviceDefault: false, "it has a public address")];
}
