using DrInfra.Policies.Aws.Kms;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Redshift;

/// <summary>The copying of a cluster's snapshots to another Region.</summary>
internal readonly record struct RedshiftSnapshotCopy(Node Node)
{
    public Prop Region => Node["destinationRegion"];

    /// <summary>Days for which the copies are kept.</summary>
    public StatedNumber Days => new(Node["retentionPeriod"], FactBook.Number("redshift-snap-copy-kept-default"));

    /// <summary>
    /// Why the snapshots cannot be copied; null where they can. Encrypted ones need a grant of the destination Region that lets the service use
    /// a key there.
    /// </summary>
    public Reason? Refusal(Estate estate, RedshiftCluster cluster)
    {
        if (!cluster.HasOwnKey)
        {
            return null;
        }

        var (region, grant) = (Region.Text, estate.References.Follow(Node, "snapshotCopyGrantName", RedshiftTypes.SnapshotCopyGrant));
        return grant.IsAbsent ? "its snapshots are encrypted, but it has no snapshot copy grant"
            : grant.Target?.Region is { } where && where != region ? $"the grant for its copies is in {where}"
            : grant.Target is { } target && region is not null ? Keys.Unusable(estate, target, KeyUse.KeyOf(target), region)
            : null;
    }
}
