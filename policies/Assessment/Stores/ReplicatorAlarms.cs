using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The alarms on the lag of a replicator's whole direction: those on one topic say nothing of the others.</summary>
internal static class ReplicatorAlarms
{
    public static IEnumerable<Node> Of(AlarmIndex alarms, KafkaReplication link) =>
        alarms.On("ReplicationLatency", PhysicalName.Of(link.Replicator), link.Replicator)
            .Where(alarm => MetricSource.IsOf(alarm, "AWS/Kafka") && MetricSource.Of(alarm).All(source => source.Dimensions["Topic"].IsAbsent));
}
