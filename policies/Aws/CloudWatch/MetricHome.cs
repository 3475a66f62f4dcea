using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>The Region that publishes a metric: CloudWatch sees those of its own Region only.</summary>
internal static class MetricHome
{
    private const string HealthCheckHome = "us-east-1";

    /// <summary>Why an alarm stands where its metric is not published.</summary>
    public static IEnumerable<Reason> Faults(Estate estate, Node alarm) =>
        from source in MetricSource.Of(alarm)
        where source.Known is not null && alarm.Region is not null
        from fault in Faults(estate, alarm, source, source.Known!)
        select fault;

    private static IEnumerable<Reason> Faults(Estate estate, Node alarm, MetricSource source, RecoveryMetric metric)
    {
        if (metric.Home is { } home && source.Dimensions[home] is { IsAbsent: false } named && MetricDimensions.TypesOf(metric.Namespace, home) is { } types
            && estate.References.Follow(alarm, named, types).Target?.Region is { } region && region != alarm.Region)
        {
            yield return new Reason($"{metric.Name} of {named} is published in {region}, the alarm is in {alarm.Region}", alarm, named.Path);
        }

        if (metric.Namespace == "AWS/Route53" && alarm.Region != HealthCheckHome)
        {
            yield return new Reason($"{metric.Name} is published in {HealthCheckHome}, the alarm is in {alarm.Region}", alarm, source.MetricName.Path);
        }

        if (source.Dimensions["SourceRegion"] is { Text: { } from } sourceRegion && from == alarm.Region)
        {
            yield return new Reason($"{metric.Name} measures replication from another Region, not from {from}", alarm, sourceRegion.Path);
        }

        if (source.Dimensions["SourceRegion"] is { Text: { } other } otherRegion && source.Dimensions["DBClusterIdentifier"] is { IsAbsent: false } cluster
            && OtherMembers(estate, alarm, cluster) is { Count: > 0 } regions && !regions.Contains(other))
        {
            yield return new Reason($"no member of the global database is in {other}", alarm, otherRegion.Path);
        }

        if (source.Dimensions["ReceivingRegion"] is { Text: { } receiving } receivingRegion)
        {
            foreach (var message in TableProblems(estate, alarm, source, receiving))
            {
                yield return new Reason(message, alarm, receivingRegion.Path);
            }
        }
    }

    private static IEnumerable<string> TableProblems(Estate estate, Node alarm, MetricSource source, string receiving)
    {
        if (receiving == alarm.Region)
        {
            yield return $"ReplicationLatency is published in the source Region, the alarm is in {alarm.Region}, the receiving Region";
        }
        else if (Replicated(estate, alarm, source) is ({ } node, { Count: > 0 } regions))
        {
            foreach (var region in new[] { receiving, alarm.Region! }.Where(region => !regions.Contains(region)))
            {
                yield return $"the {(node.Type == KeyspacesTypes.Keyspace ? "keyspace" : "table")} {node.Name} is not in {region}";
            }
        }
    }

    // What is replicated, and where it is.
    private static (Node? Node, IReadOnlyCollection<string> Regions) Replicated(Estate estate, Node alarm, MetricSource source) =>
        source.Dimensions["Keyspace"] is { IsAbsent: false } keyspace
            ? estate.References.Follow(alarm, keyspace, KeyspacesTypes.Keyspace).Target is { } found ? (found, new Keyspace(found).Regions) : (null, [])
            : estate.References.Follow(alarm, source.Dimensions["TableName"], DynamoDbTypes.Table).Target is { } table
                ? (table, GlobalTableRegions.Of(estate, table)) : (null, []);

    private static HashSet<string> OtherMembers(Estate estate, Node alarm, Prop cluster) =>
        estate.References.Follow(alarm, cluster, RdsTypes.Cluster).Target is { } member
        && GlobalMembers.GlobalOf(estate, member) is { } global
            ? [.. GlobalMembers.Of(estate, global).Where(other => other != member).Select(other => other.Region).OfType<string>()]
            : [];
}
