using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.RedshiftServerless;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseIsNotPublic : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster, RedshiftServerlessTypes.Workgroup];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["publiclyAccessible"], wanted: false, serviceDefault: false, "it can be reached from the internet");
        yield return FlagVerdict.Of(node["enhancedVpcRouting"], wanted: true, serviceDefault: false, "its copies and unloads leave the network: enhancedVpcRouting is off");
    }
}
