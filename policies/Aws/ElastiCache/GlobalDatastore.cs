namespace DrInfra.Policies.Aws.ElastiCache;

/// <summary>Replication groups that hold the same data in several Regions: the one that is written, and those that joined it.</summary>
internal static class GlobalDatastore
{
    /// <summary>The datastore that a group is in: its URN, or its id where another stack declares it; null where the group is in none.</summary>
    public static string? Of(Estate estate, Node group)
    {
        if (MadeFrom(estate, group) is [var made, ..])
        {
            return made.Urn;
        }

        var joined = estate.References.Follow(group, "globalReplicationGroupId", ElastiCacheTypes.GlobalReplicationGroup);
        return joined.Target?.Urn ?? joined.Text;
    }

    /// <summary>Whether a datastore was made from the group: it takes the writes.</summary>
    public static bool IsPrimary(Estate estate, Node group) => MadeFrom(estate, group).Count > 0;

    /// <summary>The group that a datastore was made from; null where it is not among the resources.</summary>
    public static Node? Primary(Estate estate, Node datastore) =>
        estate.References.Follow(datastore, "primaryReplicationGroupId", ElastiCacheTypes.ReplicationGroup).Target;

    /// <summary>The groups that joined it.</summary>
    public static IReadOnlyList<Node> Joined(Estate estate, Node datastore) =>
        estate.UsersOf(datastore, ElastiCacheTypes.ReplicationGroup, "globalReplicationGroupId");

    /// <summary>All groups of a datastore.</summary>
    public static IReadOnlyList<Node> Members(Estate estate, Node datastore) =>
        [.. Joined(estate, datastore).Append(Primary(estate, datastore)).OfType<Node>().Distinct()];

    private static IReadOnlyList<Node> MadeFrom(Estate estate, Node group) =>
        estate.UsersOf(group, ElastiCacheTypes.GlobalReplicationGroup, "primaryReplicationGroupId");
}
