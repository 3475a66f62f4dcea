using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>An SQS queue in each Region, with its dead letters.</summary>
/// <param name="InBothRegions">
/// Whether every message is in the queues of both Regions: producers publish to the topic of their Region, which feeds both. Else what waits
/// in a lost Region is lost until it returns.
/// </param>
/// <param name="DeduplicateBy">
/// What consumers recognise a message by that they have processed; null where no message comes again by design, which is so in one Region alone.
/// </param>
/// <param name="IsFifo">Whether the order of a message group is kept. In one Region alone. Default: false.</param>
/// <param name="Visibility">How long a received message stays hidden from other consumers. Default: a minute.</param>
/// <param name="Retention">How long a message waits that nobody takes.</param>
/// <param name="QuietFor">The longest time that passes without a message; null = nobody knows.</param>
public sealed record QueueStore(
    string Name,
    double SizeGb,
    double ChangeGbPerDay,
    bool InBothRegions,
    string? DeduplicateBy,
    bool IsFifo,
    TimeSpan Visibility,
    TimeSpan Retention,
    TimeSpan? QuietFor) : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    private static readonly Disruption[] WithoutACopy = [Disruption.Corruption, Disruption.Account];

    /// <inheritdoc />
    public override string Kind => "queue";

    /// <inheritdoc />
    public override IReadOnlyList<Disruption> None => WithoutACopy;
}
