namespace DrInfra.Policies.Aws.Redshift;

/// <summary>Type tokens of the provider's module <c>aws:redshift</c>.</summary>
public static class RedshiftTypes
{
    public const string Cluster = "aws:redshift/cluster:Cluster";
    public const string SnapshotCopy = "aws:redshift/snapshotCopy:SnapshotCopy";
    public const string SnapshotCopyGrant = "aws:redshift/snapshotCopyGrant:SnapshotCopyGrant";
    public const string SnapshotSchedule = "aws:redshift/snapshotSchedule:SnapshotSchedule";
    public const string SnapshotScheduleAssociation = "aws:redshift/snapshotScheduleAssociation:SnapshotScheduleAssociation";
    public const string SubnetGroup = "aws:redshift/subnetGroup:SubnetGroup";
}
