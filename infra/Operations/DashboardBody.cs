using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Operations;

/// <summary>The dashboard: per workload what lags, in both Regions, and the state of every alarm. The same settings, the same text.</summary>
public static class DashboardBody
{
    private const int Width = 24;
    private const int Half = Width / 2;
    private const int Height = 6;

    /// <summary>The body, as CloudWatch's dashboard JSON.</summary>
    public static string Of(PairIdentity pair, IReadOnlyList<WorkloadSettings> workloads)
    {
        string[] regions = [pair.Regions.Primary, pair.Regions.Standby];
        var widgets = new List<object>();
        var top = 0;
        foreach (var region in regions.Select((name, index) => (Name: name, Left: index * Half)))
        {
            widgets.Add(Alarms(pair, workloads, region.Name, region.Left, top));
        }

        top += Height;
        foreach (var workload in workloads)
        {
            widgets.Add(Heading(workload, top));
            top += 1;
            foreach (var region in regions.Select((name, index) => (Name: name, Left: index * Half)))
            {
                widgets.Add(Metrics(pair, workload, region.Name, region.Left, top));
            }

            top += Height;
        }

        return JsonSerializer.Serialize(new Dictionary<string, object> { ["widgets"] = widgets });
    }

    // A widget shows the alarms of its own Region.
    private static Dictionary<string, object> Alarms(PairIdentity pair, IReadOnlyList<WorkloadSettings> workloads, string region, int left, int top)
    {
        var names = pair.Names;
        IEnumerable<string> summed =
            ["shared", .. workloads.Where(workload => AtRiskAlarms.For(pair, workload, region).Count > 0).Select(workload => workload.Name)];
        var alarms = summed.Select(workload => names.Alarm(workload, AtRiskAlarms.Part, region)).Concat(workloads
            .Where(workload => workload.Tier.Strategy != Strategy.BackupRestore)
            .Select(workload => (workload.Name, Part: Detectors.PartOf(workload)))
            .Where(detector => detector.Part is not null)
            .Select(detector => names.Alarm(detector.Name, detector.Part!, region)));
        return Widget("alarm", left, top, Half, Height, new()
        {
            ["title"] = $"Alarms in {region}",
            ["alarms"] = alarms.Select(name => Arns.Alarm(region, pair.AccountId, name)).ToArray(),
        });
    }

    private static Dictionary<string, object> Heading(WorkloadSettings workload, int top)
    {
        var region = workload.Tier.For(Disruption.Region);
        return Widget("text", 0, top, Width, 1, new()
        {
            ["markdown"] = $"## {workload.Name} ({workload.Tier.Name}): loss of the Region, "
                + $"RPO {Objective.Text(region.Rpo)}, RTO {Objective.Text(region.Rto)}",
        });
    }

    private static Dictionary<string, object> Metrics(PairIdentity pair, WorkloadSettings workload, string region, int left, int top)
    {
        var metrics = new StoreMetrics(pair, region);
        var shown = workload.Stores.SelectMany(store => store switch
        {
            DatabaseStore database when workload.Tier.Strategy != Strategy.BackupRestore =>
                [metrics.DatabaseLag(workload, database), metrics.DatabaseLag(workload, database, "AuroraGlobalDBReplicationLag")],
            TableStore { StronglyConsistent: false } table when workload.Tier.Strategy != Strategy.BackupRestore =>
                [metrics.TableLatency(workload, table)],
            WideColumnStore wide => [metrics.KeyspaceLatency(workload, wide)],
            BucketStore bucket =>
            [
                metrics.BucketInbound(workload, bucket, "ReplicationLatency"),
                metrics.BucketInbound(workload, bucket, "OperationsPendingReplication"),
                metrics.BucketInbound(workload, bucket, "BytesPendingReplication"),
            ],
            StreamStore stream when workload.Tier.Strategy != Strategy.BackupRestore =>
            [
                metrics.StreamReplicator(workload, stream, "ReplicationLatency"),
                metrics.StreamReplicator(workload, stream, "MessageLag"),
                metrics.StreamReplicator(workload, stream, "ReplicatorThroughput"),
            ],
            QueueStore queue => [metrics.QueueAge(workload, queue), metrics.QueueArrivals(workload, queue), metrics.DeadLetters(workload, queue)],
            _ => Array.Empty<StoreMetric>(),
        }).ToList();
        var vault = new Dictionary<string, string> { ["BackupVaultName"] = pair.Names.BackupVault("backup", region) };
        shown.Add(new StoreMetric("AWS/Backup", "NumberOfBackupJobsCompleted", vault));
        shown.Add(new StoreMetric("AWS/Backup", "NumberOfCopyJobsCompleted", vault));
        return Widget("metric", left, top, Half, Height, new()
        {
            ["title"] = $"{workload.Name} in {region}: lag and backups",
            ["region"] = region,
            ["view"] = "timeSeries",
            ["stat"] = "Maximum",
            ["period"] = 300,
            ["metrics"] = shown.Select(Row).ToArray(),
        });
    }

    private static string[] Row(StoreMetric metric) =>
        [metric.Namespace, metric.Name, .. metric.Dimensions.SelectMany(dimension => new[] { dimension.Key, dimension.Value })];

    private static Dictionary<string, object> Widget(
        string type, int left, int top, int width, int height, Dictionary<string, object> properties) => new()
    {
        ["type"] = type,
        ["x"] = left,
        ["y"] = top,
        ["width"] = width,
        ["height"] = height,
        ["properties"] = properties,
    };
}
