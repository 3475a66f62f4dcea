using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberLeavesUpgradesToItsGlobalCluster : ResourceRule
{
    protected override RuleDescriptor About => new(
        "The members of a global database take their engine version from the global cluster after they are made.",
        Why: "A major upgrade goes through the global cluster only, a minor one in an order; a member that upgrades by itself is refused or breaks the "
            + "failover.",
        Fix: "Add engineVersion to the resource option ignoreChanges of every member.",
        Severity.Medium, "F1");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!node.Input("globalClusterIdentifier").IsStated() || !node.Input("engineVersion").IsStated())
        {
            return [Verdict.NotApplicable("it is in no global database, or states no version")];
        }

        return [IgnoredChanges.Contain(node, "engineVersion")
            ? Verdict.Compliant
            : Verdict.Violation("an update would upgrade this member alone: engineVersion is not ignored", "ignoreChanges")];
    }
}
