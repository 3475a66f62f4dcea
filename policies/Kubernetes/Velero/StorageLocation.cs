namespace DrInfra.Policies.Kubernetes.Velero;

/// <summary>The bucket that Velero writes its backups into.</summary>
/// <param name="Node">The BackupStorageLocation, or the chart that makes it.</param>
/// <param name="Name">Of the location.</param>
internal sealed record StorageLocation(Node Node, string? Name)
{
    public required Prop Bucket { get; init; }

    /// <summary>The bucket's Region, as the location states it.</summary>
    public required Prop Region { get; init; }

    public required Prop AccessMode { get; init; }

    /// <summary>Whether it is the one for schedules that name none.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Why nothing is written into it; null where it is written.</summary>
    public Reason? Closed => AccessMode.IsUnknown ? Reason.Unknown(Node, AccessMode.Path)
        : AccessMode.Text == "ReadOnly" ? new Reason($"the storage location {Name} is read-only", Node, AccessMode.Path)
        : null;

    /// <summary>Of an object, or of an entry in the values of the chart.</summary>
    public static StorageLocation Of(Node node, Prop spec, string? name, bool isChart) => new(node, name)
    {
        Bucket = isChart ? spec["bucket"] : spec["objectStorage"]["bucket"],
        Region = spec["config"]["region"],
        AccessMode = spec["accessMode"],
        IsDefault = spec["default"].Flag ?? name == "default",
    };
}
