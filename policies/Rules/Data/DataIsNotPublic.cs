using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.RedshiftServerless;

namespace DrInfra.Policies.Rules.Data;

public sealed class DataIsNotPublic : FamilyRule
{
    private static readonly string[] Warehouses = [RedshiftTypes.Cluster, RedshiftServerlessTypes.Workgroup];

    private protected override IReadOnlyList<Row> Table =>
    [
        Flag(
            [RdsTypes.ClusterInstance, RdsTypes.Instance, NeptuneTypes.ClusterInstance, .. Warehouses], "publiclyAccessible", "it is publicly accessible",
            wanted: false),
        new([MskTypes.Cluster], (node, _) => [Brokers(node["brokerNodeGroupInfo"]["connectivityInfo"]["publicAccess"]["type"])]),
        Flag(Warehouses, "enhancedVpcRouting", "COPY and UNLOAD traffic leaves the VPC: enhancedVpcRouting is off"),
    ];

    private static Verdict Brokers(Prop access) => access.IsUnknown ? Verdict.Unknown(access.Path)
        : access.Text is null or "DISABLED" ? Verdict.Compliant
        : Verdict.Violation($"its brokers have public addresses: publicAccess is {access.Text}", access.Path);
}
