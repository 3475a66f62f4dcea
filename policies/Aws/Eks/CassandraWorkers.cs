using DrInfra.Policies.Kubernetes.Cassandra;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Whether a lost worker takes one replica of a row at most.</summary>
internal static class CassandraWorkers
{
    /// <summary>
    /// Why it may take more; null where it cannot. Nodes of racks that cannot be in one zone cannot be on one worker either, whatever is allowed.
    /// </summary>
    public static Reason? Fault(Estate estate, CassandraDatacenter datacenter) =>
        datacenter.SharesWorkers is not ({ IsUnknown: true } or { Flag: true }) || CassandraPlacement.Fault(estate, datacenter) is null ? null
        : datacenter.SharesWorkers.IsUnknown ? Reason.Unknown(datacenter.Node, datacenter.SharesWorkers.Path)
        : new Reason(
            $"several nodes of {datacenter.CassandraName} may be on one worker, and its racks do not keep them apart", datacenter.Node,
            datacenter.SharesWorkers.Path);
}
