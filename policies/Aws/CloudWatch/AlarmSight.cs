using System.Collections.Concurrent;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>What an alarm sees: whether its metric has data, and what it does when the data stops.</summary>
internal sealed class AlarmSight
{
    private readonly ConcurrentDictionary<Node, Reason?> _blind = new();
    private readonly Estate _estate;

    private AlarmSight(Estate estate) => _estate = estate;

    public static AlarmSight In(Estate estate) => estate.Once(static estate => new AlarmSight(estate));

    /// <summary>Why an alarm never has data, so that it never rings; null where it has, or may have.</summary>
    public Reason? Blind(Node alarm) => _blind.GetOrAdd(alarm, static (alarm, estate) => MetricNames.Faults(alarm)
        .Concat(MetricDimensions.Faults(alarm))
        .Concat(MetricHome.Faults(estate, alarm))
        .Concat(MetricSubjects.Faults(estate, alarm))
        .Concat(Unpublished(estate, alarm))
        .FirstOrDefault(fault => !fault.IsUnknown), _estate);

    /// <summary>Alarms on the latency of tables that publish none: their writes are in every Region before they are acknowledged.</summary>
    public static IEnumerable<Reason> Unpublished(Estate estate, Node alarm) =>
        from source in MetricSource.Of(alarm)
        where source.Known is { Namespace: "AWS/DynamoDB", Name: "ReplicationLatency" }
        let table = estate.References.Follow(alarm, source.Dimensions["TableName"], DynamoDbTypes.Table).Target
        where table is not null && GlobalTables.IsStrong(table) == true
        select new Reason($"the table {table.Name} is strongly consistent and publishes no replication latency", alarm, source.MetricName.Path);

    /// <summary>
    /// Why an alarm on a lag stays silent when the copying stops, and the metric with it; null where it rings then. Of DynamoDB's metrics
    /// CloudWatch ignores missing data whatever the alarm states (fact cw-ddb-missing-data).
    /// </summary>
    public static Reason? Silent(Node alarm) => alarm["treatMissingData"] switch
    {
        _ when MetricSource.Of(alarm)
            .Any(source => source.Namespace.Text == "AWS/DynamoDB") =>
            $"missing data of DynamoDB are {FactBook.Get("cw-ddb-missing-data").Value} by CloudWatch",

        // Silence is what a night without writes looks like too.
        { IsUnknown: false } stated when stated.Text != "breaching" && MetricSource.IsOf(alarm, KeyspaceAlarms.Namespace) =>
            "Keyspaces makes its latency from rows that arrive: when replication stops, the metric stops too",
        { IsUnknown: true } unknown => Reason.Unknown(alarm, unknown.Path),
        { Text: "breaching" } => null,
        var missing =>
            new Reason(
                $"the alarm {alarm.Name} treats missing data as {missing.Text ?? "missing"}: when replication stops, its metric stops too", alarm,
                "treatMissingData"),
    };
}
