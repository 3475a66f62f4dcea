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
        Flag(Warehouses, "enhancedVpcRouting", "COPY and UNLOAD traffic leaves the VPC: enhancedVpcRouting is off"),
    ];
}
