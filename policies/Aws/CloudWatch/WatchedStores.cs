namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Which alarms on known metrics a store has, by the resource that their dimensions name.</summary>
internal sealed class WatchedStores
{
    private readonly ILookup<Node, (Node Alarm, RecoveryMetric Metric, MetricSource Source)> _alarms;

    public WatchedStores(Estate estate) =>
        _alarms = (from alarm in estate.OfType(CloudWatchTypes.MetricAlarm)
                   from source in MetricSource.Of(alarm)
                   where source.Known is not null
                   from dimension in source.Dimensions.IsUnknown
                       ? Declared(alarm)
                       : from member in source.Dimensions.Members
                         let types = MetricDimensions.TypesOf(source.Namespace.Text, member.Name)
                         where types is not null
                         select estate.References.Follow(alarm, member.Value, types).Target
                   where dimension is not null
                   select (Store: dimension, Alarm: alarm, Metric: source.Known!, Source: source))
            .ToLookup(found => found.Store, found => (found.Alarm, found.Metric, found.Source));

    public IEnumerable<(Node Alarm, RecoveryMetric Metric, MetricSource Source)> Of(Node store) => _alarms[store];

    private static IEnumerable<Node?> Declared(Node alarm) => ReferenceResolver.Declared(alarm, "dimensions");
}
