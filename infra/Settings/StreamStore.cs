using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>Topics of Apache Kafka: an Amazon MSK cluster in each Region, each copied by a replicator of the other Region.</summary>
/// <param name="Topics">The topics, by name, the same in both Regions: what pods of the workload may use.</param>
/// <param name="Brokers">Brokers of a cluster, in three zones; a multiple of three, 3 to 60. Default: 3.</param>
/// <param name="InstanceType">Of a broker. Default: <c>kafka.m7g.large</c>.</param>
/// <param name="RetentionHours">How long records are kept. Default: <see cref="Data.Retention.StreamHours"/>, which is also the least.</param>
public sealed record StreamStore(
    string Name, double SizeGb, double ChangeGbPerDay, IReadOnlyList<string> Topics, int Brokers, string InstanceType, int RetentionHours)
    : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "stream";

    /// <summary>MSK has no backups, and a replicator copies within one account (fact msk-replicator-account).</summary>
    public override IReadOnlyList<Disruption> None => [Disruption.Account];

    /// <summary>The topics as one text, by which two stacks are compared.</summary>
    public string TopicNames => string.Join(", ", Topics);
}
