using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.DynamoDb;

/// <summary>A table in one Region: itself, or a replica of it.</summary>
/// <param name="Node">The resource that states it: the table, a TableReplica, or the table of that Region in a global table of 2017.</param>
/// <param name="RegionName">Where it is; its own property, where it has one.</param>
internal sealed record TablePlace(Node Node, string? Region, Prop RegionName)
{
    /// <summary>The list of replicas is not known before the deployment: nobody can tell whether there is one, and where.</summary>
    public bool IsUnknown => RegionName.IsUnknown;

    /// <summary>Not only where the replica is: whether there is one.</summary>
    public bool IsListUnknown => IsUnknown && RegionName.Path == GlobalTables.ReplicasProperty;

    /// <summary>Whether only the state tells of it, because another stack declares it: what the state leaves out is stated there.</summary>
    public bool IsReported { get; init; }

    public Prop PointInTime { get; init; }

    public Prop WindowDays { get; init; }

    /// <summary>How many days back any moment can be restored: the longest where nothing is stated; null where that is not known.</summary>
    public double? DaysKept => WindowDays.IsAbsent ? FactBook.Get("ddb-pitr-window").Maximum : WindowDays.Number;

    /// <summary>The customer key; absent where the service's own is used.</summary>
    public Prop Key { get; init; }

    /// <summary>Whether it carries the tags of the table; absent but in the table's own list.</summary>
    public Prop PropagateTags { get; init; }

    public Prop Consistency { get; init; }

    public Prop DeletionProtection { get; init; }

    /// <summary>For messages: <c>the table</c>, <c>the replica in eu-central-1</c>.</summary>
    public string Name { get; init; } = "the table";
}
