using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Data;

/// <summary>What brokers of a stream are told.</summary>
public static class StreamProperties
{
    /// <summary>
    /// The properties of a configuration, one in each line. A record is on three brokers and acknowledged by two, so that the loss of a zone
    /// stops no producer and loses nothing that was acknowledged; a broker that lacks records does not lead. A topic is made on purpose: one that a
    /// misspelt name brings forth would be copied, too.
    /// </summary>
    public static string Of(StreamStore stream) => string.Join(
        '\n',
        "auto.create.topics.enable=false",
        $"default.replication.factor={StreamStorage.Copies}",
        $"min.insync.replicas={StreamStorage.Copies - 1}",
        $"num.partitions={stream.Brokers * PartitionsOfABroker}",
        $"log.retention.hours={stream.RetentionHours}",
        "unclean.leader.election.enable=false",
        "");

    // Of a topic that states no number: every broker leads some, and so many consumers can share the work.
    private const int PartitionsOfABroker = 2;
}
