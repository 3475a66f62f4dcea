using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Kubernetes.Velero;

/// <summary>The schedules of Velero, by the cluster that they run in.</summary>
internal sealed class VeleroEstate
{
    private const string Group = "velero.io";
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Chart = "velero";

    // Of a thousand schedules for a namespace each, a claim asks its own; those that name none, or no name that is known, are asked by all.
    private readonly ILookup<(string Cluster, string? Space), VeleroSchedule> _schedules;

    private VeleroEstate(Estate estate)
    {
        var charts = estate.OfType(Release).Where(node => node["chart"].Text is { } chart && chart.Split('/')[^1] == Chart).ToLookup(Pods.ClusterOf);
        var objects = Of(estate, "BackupStorageLocation");
        var plugins = Of(estate, "VolumeSnapshotLocation");
        var classes = estate.OfTypes(VolumeTypes.SnapshotClasses).ToLookup(Pods.ClusterOf);
        var schedules = Of(estate, "Schedule");
        _schedules = charts.Concat(schedules).Select(group => group.Key).Distinct(StringComparer.Ordinal)
            .SelectMany(cluster => Schedules(cluster, new VeleroServer
            {
                Charts = [.. charts[cluster]],
                Locations =
                [
                    .. objects[cluster].Select(node => StorageLocation.Of(node, node["spec"], node["metadata"]["name"].Text, isChart: false)),
                    .. charts[cluster].SelectMany(chart => chart["values"]["configuration"]["backupStorageLocation"].Items
                        .Select(location => StorageLocation.Of(chart, location, location["name"].Text ?? "default", isChart: true))),
                ],
                SnapshotLocations = [.. plugins[cluster]],
                SnapshotClasses = [.. classes[cluster]],
            }))
            .SelectMany(pair => pair.Schedule.Namespaces.Select(space => (Key: (pair.Cluster, space), pair.Schedule)))
            .ToLookup(pair => pair.Key, pair => pair.Schedule);

        IEnumerable<(string Cluster, VeleroSchedule Schedule)> Schedules(string cluster, VeleroServer server) =>
        [
            .. schedules[cluster].Select(node => (cluster, new VeleroSchedule(node, node["metadata"]["name"].Text ?? node.Name, node["spec"], server))),
            .. from chart in charts[cluster]
               from schedule in chart["values"]["schedules"].Members
               where schedule.Value["disabled"].Flag != true
               select (cluster, new VeleroSchedule(chart, schedule.Name, schedule.Value, server)),
        ];
    }

    public static VeleroEstate Of(Estate estate) => estate.Once(static estate => new VeleroEstate(estate));

    /// <summary>The schedules that take a claim, each with what it saves of the volume.</summary>
    public IEnumerable<(VeleroSchedule Schedule, VolumeSave Save)> Of(VolumeClaim claim) =>
        from schedule in SchedulesNear(Pods.ClusterOf(claim.Node), claim.Namespace)
        let save = schedule.SaveOf(claim)
        where save is not null
        select (schedule, save);

    private IEnumerable<VeleroSchedule> SchedulesNear(string cluster, string? space) => space is not null
        ? _schedules[(cluster, null)].Concat(_schedules[(cluster, space)])
        : _schedules.Where(group => group.Key.Cluster == cluster).SelectMany(group => group).Distinct();

    private static ILookup<string, Node> Of(Estate estate, string kind) => CustomObjects.Of(estate, Group, kind).ToLookup(Pods.ClusterOf);
}
