using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Operations;

/// <summary>
/// The alarms that watch the stores of a workload in one Region. A Region gets the same ones whatever its home role is: after a
/// failover those for the new direction have been there all along.
/// </summary>
public static class StoreAlarms
{
    // Aurora reports once a minute; five silent minutes are more than a restart (fact aurora-gdb-rto-workshop: about one).
    private const int SilentMinutes = 5;

    private const int FailingMinutes = 5;

    private static readonly string[] KeyspaceOperations = ["SELECT", "INSERT", "UPDATE", "DELETE"];

    /// <summary>The part of the name of the alarm that a database's cluster runs in a Region.</summary>
    public static string InstancesPart(DatabaseStore database) => $"{database.Name}-instances";

    /// <summary>The alarms, in the order of the stores; empty where the Region holds nothing of the workload that has a metric.</summary>
    public static IReadOnlyList<AlarmSpec> For(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var metrics = new StoreMetrics(pair, region);
        return [.. workload.Stores.SelectMany(store => store switch
        {
            DatabaseStore database => ForDatabase(pair, workload, database, region, metrics),
            TableStore table => ForTable(workload, table, metrics),
            BucketStore bucket => ForBucket(workload, bucket, metrics),
            StreamStore stream => ForStream(pair, workload, stream, region, metrics),
            QueueStore queue => QueueAlarms.For(workload, queue, metrics),

            // Glue publishes no metric of a catalogue; its bucket is watched.
            CatalogueStore => [],

            // Only the active Region copies, and its alarm comes with the task.
            OffsiteStore => [],
            WideColumnStore wide => ForKeyspace(workload, wide, metrics),
            _ => throw new ArgumentOutOfRangeException(nameof(workload), store.Kind, "unknown kind of store"),
        })];
    }

    private static IEnumerable<AlarmSpec> ForDatabase(
        PairIdentity pair, WorkloadSettings workload, DatabaseStore database, string region, StoreMetrics metrics)
    {
        // A tier that restores from backups has no cluster in the standby Region, and nothing that lags.
        var follows = workload.Tier.Strategy != Strategy.BackupRestore;
        if (follows || region == pair.Regions.Primary)
        {
            yield return AlarmSpec.On(InstancesPart(database), metrics.DatabaseUptime(workload, database)) with
            {
                Description = $"No instance of {database.Name} of {workload.Name} has reported for {SilentMinutes} minutes",
                Statistic = "SampleCount",
                Comparison = "LessThanThreshold",
                Threshold = 1,
                Periods = SilentMinutes,
                Missing = MissingData.Breaching,
            };
        }

        if (!follows || LagWatch.ForDatabase(workload.Tier) is not { } watch)
        {
            yield break;
        }

        // The writer's Region publishes no lag. Before a failover that is the primary, where silence means nothing; in the standby it means
        // that copying has stopped, and there it stays red from a failover until the way back.
        yield return Lag($"{database.Name}-rpo-lag", metrics.DatabaseLag(workload, database), watch, UnitsOfTime.MillisecondsPerSecond) with
        {
            Description = $"Work committed to {database.Name} of {workload.Name} reaches this Region too late for its RPO, or not at all",
            Missing = region == pair.Regions.Standby ? MissingData.Breaching : MissingData.NotBreaching,
        };
        yield return Lag(
            $"{database.Name}-replication-lag", metrics.DatabaseLag(workload, database, "AuroraGlobalDBReplicationLag"), watch,
                UnitsOfTime.MillisecondsPerSecond) with
        {
            Description = $"The storage of {database.Name} of {workload.Name} is behind in this Region, which makes a promotion slow",
        };
    }

    private static IEnumerable<AlarmSpec> ForTable(WorkloadSettings workload, TableStore table, StoreMetrics metrics)
    {
        // Strongly consistent tables publish no latency (gotcha 81): an alarm on it would never ring. What stops altogether no alarm on a
        // table's metrics hears: CloudWatch ignores missing data of DynamoDB (fact cw-ddb-missing-data).
        if (table.StronglyConsistent || workload.Tier.Strategy == Strategy.BackupRestore || LagWatch.For(workload.Tier) is not { } watch)
        {
            yield break;
        }

        yield return Lag($"{table.Name}-latency", metrics.TableLatency(workload, table), watch, UnitsOfTime.MillisecondsPerSecond) with
        {
            Description = $"Items written to {table.Name} of {workload.Name} here reach the other Region too late for its RPO",

            // That often comes a data point.
            PeriodSeconds = (int)FactBook.Seconds("ddb-latency-granularity"),
            Periods = 1,
        };
    }

    private static IEnumerable<AlarmSpec> ForBucket(WorkloadSettings workload, BucketStore bucket, StoreMetrics metrics)
    {
        if (LagWatch.For(workload.Tier) is { } watch)
        {
            yield return Lag($"{bucket.Name}-latency", metrics.BucketInbound(workload, bucket, "ReplicationLatency"), watch, 1) with
            {
                Description = $"Objects of {bucket.Name} of {workload.Name} reach this Region too late for its RPO, or not at all",

                // Published though nothing is replicated (https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html), so silence is a
                // fault, in both Regions.
                Missing = MissingData.Breaching,
            };
        }

        // A failed replication is never tried again: one is enough.
        yield return AlarmSpec.On($"{bucket.Name}-failed-replication", metrics.BucketOutboundFailures(workload, bucket)) with
        {
            Description = $"Objects written to {bucket.Name} of {workload.Name} here were not replicated, and will not be by themselves",
            Statistic = "Sum",
            Threshold = 0,
            PeriodSeconds = 300,
        };
    }

    private static IEnumerable<AlarmSpec> ForStream(
        PairIdentity pair, WorkloadSettings workload, StreamStore stream, string region, StoreMetrics metrics)
    {
        var follows = workload.Tier.Strategy != Strategy.BackupRestore;
        if (!follows && region != pair.Regions.Primary)
        {
            yield break;
        }

        var of = $"{stream.Name} of {workload.Name}";
        yield return AlarmSpec.On($"{stream.Name}-offline", metrics.StreamCluster(workload, stream, "OfflinePartitionsCount")) with
        {
            Description = $"Partitions of {of} have no leader here, or no broker has reported for {SilentMinutes} minutes",
            Periods = SilentMinutes,
            Missing = MissingData.Breaching,
        };
        for (var broker = 1; broker <= stream.Brokers; broker++)
        {
            yield return AlarmSpec.On($"{stream.Name}-in-sync-{broker}", metrics.StreamBroker(workload, stream, "UnderMinIsrPartitionCount", broker)) with
            {
                Description = $"Partitions of {of} have too few copies here to take writes (broker {broker})",
                Periods = SilentMinutes,
            };
            yield return AlarmSpec.On($"{stream.Name}-disk-{broker}", metrics.StreamBroker(workload, stream, "KafkaDataLogsDiskUsed", broker)) with
            {
                Description = $"The disk of broker {broker} of {of} fills up here, faster than it grows",
                Comparison = "GreaterThanOrEqualToThreshold",
                Threshold = FactBook.Number("msk-disk-alarm"),
            };
        }

        if (!follows)
        {
            yield break;
        }

        yield return AlarmSpec.On($"{stream.Name}-replicator-failure", metrics.StreamReplicator(workload, stream, "ReplicatorFailure")) with
        {
            Description = $"The replicator of {of} into this Region fails",
        };
        yield return AlarmSpec.On($"{stream.Name}-replicator-access", metrics.StreamReplicator(workload, stream, "AuthError")) with
        {
            Description = $"The replicator of {of} into this Region is refused by a cluster",
        };
        if (LagWatch.For(workload.Tier) is { } watch)
        {
            yield return Lag(
                $"{stream.Name}-latency", metrics.StreamReplicator(workload, stream, "ReplicationLatency"), watch, UnitsOfTime.MillisecondsPerSecond) with
            {
                Description = $"Records of {of} reach this Region too late for its RPO, or not at all",

                // Silence means that nothing is copied: a replicator that stopped, or that is not declared yet.
                Missing = MissingData.Breaching,
            };
        }
    }

    private static IEnumerable<AlarmSpec> ForKeyspace(WorkloadSettings workload, WideColumnStore store, StoreMetrics metrics)
    {
        // It is worked out from rows that arrive, so it is silent while nobody writes, and silent when nothing arrives any more.
        if (LagWatch.For(workload.Tier) is { } watch)
        {
            yield return Lag($"{store.Name}-latency", metrics.KeyspaceLatency(workload, store), watch, UnitsOfTime.MillisecondsPerSecond) with
            {
                Description = $"Rows written to {store.Name} of {workload.Name} here reach the other Region too late for its RPO",
            };
        }

        foreach (var operation in KeyspaceOperations)
        {
            yield return Failing(store, metrics.KeyspaceRequests(workload, store, "SystemErrors", operation), $"failed-{operation}") with
            {
                Description = $"Keyspaces has failed requests to {operation} {store.Name} of {workload.Name} here for {FailingMinutes} minutes",
            };
        }

        // A replica that is slowed down falls behind too.
        foreach (var operation in KeyspaceOperations.Where(operation => operation != "SELECT"))
        {
            yield return Failing(store, metrics.KeyspaceRequests(workload, store, "WriteThrottleEvents", operation), $"throttled-{operation}") with
            {
                Description = $"Keyspaces has slowed down requests to {operation} {store.Name} of {workload.Name} here for {FailingMinutes} minutes",
            };
        }
    }

    // Clients try a failed request again; one that fails for minutes is no accident.
    private static AlarmSpec Failing(WideColumnStore store, StoreMetric metric, string part) =>
        AlarmSpec.On($"{store.Name}-{part.ToLowerInvariant()}", metric) with { Statistic = "Sum", Threshold = 0, Periods = FailingMinutes };

    private static AlarmSpec Lag(string part, StoreMetric metric, LagWatch watch, int unitsPerSecond) => AlarmSpec.On(part, metric) with
    {
        Threshold = watch.ThresholdSeconds * unitsPerSecond,
        Periods = watch.Periods,
    };
}
