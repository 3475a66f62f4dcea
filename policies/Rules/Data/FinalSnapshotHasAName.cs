using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Rules.Data;

public sealed class FinalSnapshotHasAName : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Stated(
            [.. DatabaseTypes.BackedUp, RedshiftTypes.Cluster],
            "finalSnapshotIdentifier",
            "the final snapshot has no name: the deletion fails",
            node => node["skipFinalSnapshot"].Flag == true || InstanceReplica.IsReplica(node) ? "it takes no final snapshot" : null),
    ];
}
