using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Kubernetes.Velero;

/// <summary>Velero in one cluster, as far as the program declares it: its chart, its locations, and the classes of its snapshots.</summary>
internal sealed class VeleroServer
{
    private const string SnapshotMark = "velero.io/csi-volumesnapshot-class";

    /// <summary>The charts that install it.</summary>
    public required IReadOnlyList<Node> Charts { get; init; }

    /// <summary>The namespace that it is in; null where no chart tells, or several do.</summary>
    public string? Namespace => Charts is [var chart] ? chart["namespace"].Text : null;

    public required IReadOnlyList<StorageLocation> Locations { get; init; }

    /// <summary>Where the plug-in of a cloud takes its snapshots.</summary>
    public required IReadOnlyList<Node> SnapshotLocations { get; init; }

    /// <summary>Classes by which drivers take snapshots.</summary>
    public required IReadOnlyList<Node> SnapshotClasses { get; init; }

    /// <summary>Why it can write no data of volumes into a bucket: that is done by an agent on the nodes. Null where nothing speaks against it.</summary>
    public Reason? NoAgent => Charts.Count == 0 ? null
        : Agent is { IsUnknown: true } unknown ? Reason.Unknown(Charts[0], unknown.Path)
        : Charts.Any(chart => chart["valueYamlFiles"].IsStated()) || Agent.Flag == true ? null
        : new Reason("Velero's node agent is not deployed, which moves the data of volumes", Charts[0], "values.deployNodeAgent");

    /// <summary>A flag in the values of the chart; off where they do not state it, null where it is not known.</summary>
    public bool? Flag(params IReadOnlyList<string> path) => Value(path) is { IsUnknown: true } ? null : Value(path).Flag ?? false;

    /// <summary>The location of a name, or the default one.</summary>
    public StorageLocation? LocationOf(string? name) => string.IsNullOrEmpty(name)
        ? Locations.FirstOrDefault(location => location.IsDefault) ?? (Locations.Count == 1 ? Locations[0] : null)
        : Locations.FirstOrDefault(location => location.Name == name);

    /// <summary>Why snapshots of a claim cannot be taken, or why that is not known: by its driver, or where no data is moved by the plug-in.</summary>
    public Reason? NoSnapshots(VolumeClaim claim, bool isMoved, Node schedule, string property)
    {
        var driver = claim.Place.Driver;
        var byDriver = SnapshotClasses.Any(node =>
            node["metadata"]["labels"][SnapshotMark].Flag == true && (node["driver"].Text == driver || driver is null or VolumeDrivers.InTreeEbs));
        var byPlugin = !isMoved && (SnapshotLocations.Count > 0 || Value("configuration", "volumeSnapshotLocation").IsStated());
        return byDriver || byPlugin ? null : Reason.Uncertain(
            $"no VolumeSnapshotClass with the label {SnapshotMark}{(isMoved ? "" : " and no VolumeSnapshotLocation")} is declared", schedule, property);
    }

    // Under its former name in charts of before 2023.
    private Prop Agent => Value("deployNodeAgent") is { IsAbsent: false } agent ? agent : Value("deployRestic");

    private Prop Value(params IReadOnlyList<string> path) =>
        Charts.Select(chart => path.Aggregate(chart["values"], (at, name) => at[name])).FirstOrDefault(value => !value.IsAbsent);
}
