namespace DrInfra.Policies.Aws.Rds;

/// <summary>The instances of Aurora, DocumentDB and Neptune clusters.</summary>
internal static class ClusterInstances
{
    public static readonly IReadOnlyList<string> ClusterTypes = [.. ClusterFamily.All.Select(family => family.Cluster)];

    public static IReadOnlyList<Node> Of(Estate estate, Node cluster) => estate.UsersOf(cluster, ClusterFamily.Of(cluster).Instance, "clusterIdentifier");

    /// <summary>Whether instances are in several zones, or may be: the service spreads those that state none.</summary>
    public static bool SpanZones(IReadOnlyList<Node> instances) => instances.Count > 1
        && (instances.Any(instance => !instance["availabilityZone"].IsKnown)
            || instances.Select(instance => instance["availabilityZone"].Text).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1);

    /// <summary>Whether one of them is of a class that others have, and can carry their work as it is; a class that is not known may be one.</summary>
    public static bool CanStandIn(IReadOnlyList<Node> instances, IReadOnlyList<Node> others)
    {
        var wanted = others.Select(instance => instance["instanceClass"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return wanted.Count == 0 || instances.Any(instance => instance["instanceClass"].Text is not { } own || wanted.Contains(own));
    }

    /// <summary>Whether an instance of the same stack belongs to a cluster that is not known yet: it may be this one.</summary>
    public static bool MayHaveMore(Estate estate, Node cluster) => estate.OfType(ClusterFamily.Of(cluster).Instance).Any(instance =>
        instance.Stack == cluster.Stack && estate.References.Follow(instance, "clusterIdentifier", cluster.Type).IsUnknown);

    /// <summary>Aurora with instances of its own: neither the first Serverless nor a Multi-AZ DB cluster, which RDS fills itself.</summary>
    public static bool AreDeclared(Node cluster) =>
        cluster["engineMode"].Text is null or "" or "provisioned" && !cluster["dbClusterInstanceClass"].IsStated();

    /// <summary>A Multi-AZ DB cluster of RDS, and not Aurora's: it states the class of instances that RDS makes for it.</summary>
    public static bool AreMadeByRds(Node cluster) => cluster["dbClusterInstanceClass"].IsStated()
        || (cluster["engine"].Text is { } engine && !engine.StartsWith("aurora", StringComparison.Ordinal) && cluster["allocatedStorage"].IsStated());
}
