using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Detection;

public sealed class ReplicatedStoreHasALagAlarm : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var watched = new WatchedStores(context.Estate);
        return Buckets(context.Estate, watched).Concat(Tables(context.Estate, watched)).Concat(Clusters(context.Estate, watched))
            .Concat(Streams(context.Estate, watched)).Concat(Keyspaces(context.Estate));
    }

    private static IEnumerable<Finding> Streams(Estate estate, WatchedStores watched) =>
        from link in KafkaReplication.AllIn(estate)
        let source = link.Source.Target
        where source is not null && source.Region != link.Replicator.Region && AlarmHome.IsGiven(estate, link.Replicator.Region)
            && !watched.Of(link.Replicator).Any(found => found.Metric is { Namespace: "AWS/Kafka", Kind: MetricKind.Lag }
                && (found.Source.Dimensions.IsUnknown || found.Source.Dimensions["Topic"].IsAbsent))
        select Finding.Violation(source, $"no alarm in {link.Replicator.Region} watches the lag of its replicator {link.Replicator.Name}");

    private static IEnumerable<Finding> Buckets(Estate estate, WatchedStores watched) =>
        from copy in BucketCopies.Of(estate)
        where copy.Source.Region != copy.Destination.Region && AlarmHome.IsGiven(estate, copy.Destination.Region)
            && !watched.Of(copy.Destination).Any(found => found.Metric is { Namespace: "AWS/S3", Kind: MetricKind.Lag or MetricKind.Backlog }
                && IsDimension(estate, found, "DestinationBucket", copy.Destination) && IsDimension(estate, found, "SourceBucket", copy.Source))
        select Finding.Violation(copy.Source, $"no alarm watches the replication lag to {copy.Destination.Region}");

    private static IEnumerable<Finding> Tables(Estate estate, WatchedStores watched)
    {
        foreach (var table in estate.OfType(DynamoDbTypes.Table).Where(table => GlobalTables.IsStrong(table) != true))
        {
            var regions = GlobalTableRegions.Of(estate, table);
            if (regions.Count < 2)
            {
                continue;
            }

            // In a stranger's program the home Region's alarm is enough: it does not promise the way back.
            foreach (var region in regions.Where(region => region == table.Region || !table.Stack.IsForeign).Where(region => AlarmHome.IsGiven(estate, region)))
            {
                if (!watched.Of(table).Any(found => found.Alarm.Region == region && found.Metric is { Namespace: "AWS/DynamoDB", Kind: MetricKind.Lag }))
                {
                    yield return GlobalTables.IsStrong(table) is null
                        ? Finding.Unknown(table, GlobalTables.ReplicasProperty)
                        : Finding.Violation(table, $"no alarm in {region} watches the replication lag of its writes");
                }
            }
        }
    }

    private static IEnumerable<Finding> Keyspaces(Estate estate) =>
        from table in estate.OfType(KeyspacesTypes.Table)
        let keyspace = Keyspace.Of(estate, table).Target
        where keyspace is not null && new Keyspace(keyspace).IsMultiRegion
        let regions = new Keyspace(keyspace).Regions
        from region in regions
        where (region == table.Region || !table.Stack.IsForeign) && AlarmHome.IsGiven(estate, region)
        from other in regions
        where other != region && !estate.OfType(CloudWatchTypes.MetricAlarm).Any(alarm => alarm.Region == region
            && KeyspaceAlarms.Watches(alarm, table, keyspace) && KeyspaceAlarms.WatchesLagTo(alarm, other))
        select Finding.Violation(table, $"no alarm in {region} watches the replication lag of its writes to {other}");

    private static IEnumerable<Finding> Clusters(Estate estate, WatchedStores watched) =>
        from global in estate.OfType(RdsTypes.GlobalCluster)
        let members = GlobalMembers.Of(estate, global)
        where members.Count > 1
        from member in members
        where AlarmHome.IsGiven(estate, member.Region)
            && !(member.Stack.IsForeign && !member["masterUsername"].IsAbsent)
            && !watched.Of(member).Any(found => found.Metric is { Namespace: "AWS/RDS", Kind: MetricKind.Lag })
        select Finding.Violation(member, $"no alarm in {member.Region} watches its lag behind the writer");

    private static bool IsDimension(Estate estate, (Node Alarm, RecoveryMetric Metric, MetricSource Source) found, string dimension, Node bucket) =>
        found.Source.Dimensions.IsUnknown || found.Source.Dimensions[dimension].IsUnknown
        || estate.References.Follow(found.Alarm, found.Source.Dimensions[dimension], TypeGroups.Buckets).Target == bucket;
}
