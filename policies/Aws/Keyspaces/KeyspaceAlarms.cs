using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.Keyspaces;

/// <summary>Alarms on the metrics of a table of Keyspaces: names of tables are of their keyspace, so both must fit.</summary>
internal static class KeyspaceAlarms
{
    public const string Namespace = "AWS/Cassandra";

    /// <summary>Whether an alarm is on this table of this keyspace, or may be.</summary>
    public static bool Watches(Node alarm, Node table, Node? keyspace) => MetricSource.Of(alarm).Any(source => source.Namespace.Text == Namespace
        && Fits(source.Dimensions, "TableName", table["tableName"])
        && Fits(source.Dimensions, "Keyspace", keyspace is null ? table["keyspaceName"] : keyspace["name"]));

    /// <summary>Whether it watches the lag to a Region.</summary>
    public static bool WatchesLagTo(Node alarm, string region) => MetricSource.Of(alarm).Any(source =>
        source is { Namespace.Text: Namespace, MetricName.Text: "ReplicationLatency" } && source.Dimensions["ReceivingRegion"].Text == region);

    private static bool Fits(Prop dimensions, string name, Prop wanted) =>
        dimensions.IsUnknown || dimensions[name] is { IsUnknown: true } || wanted.IsUnknown || dimensions[name].Text == wanted.Text;
}
