using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Settings;

/// <summary>How long messages wait, may wait, and have to be kept.</summary>
public static class QueueTimes
{
    // What consumers may stand still before anybody loses a message: people have a day to start them again. A copy that is kept for longer holds
    // messages that were processed long ago, and all of them come again after a failover.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    private static readonly TimeSpan LatestAlarm = TimeSpan.FromHours(1);

    /// <summary>The longest retention that the service has.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(FactBook.Most("sqs-retention-allowed"));

    /// <summary>
    /// The age of the oldest message at which consumers are late: where both queues have it, half of the time that a failover may take; else half of
    /// what may be lost with the Region. An hour at most.
    /// </summary>
    public static TimeSpan LateAfter(RecoveryTier tier, bool inBothRegions)
    {
        var region = tier.For(Disruption.Region);
        return (inBothRegions ? region.Rto : region.Rpo) is { } promised && promised / 2 < LatestAlarm ? promised / 2 : LatestAlarm;
    }

    /// <summary>
    /// What the queue of the other Region has to keep, to be of use after a failover: a message may have waited until somebody heard of it, and
    /// waits again until consumers start there.
    /// </summary>
    public static TimeSpan NeededInBoth(RecoveryTier tier) =>
        LateAfter(tier, inBothRegions: true) + AlarmRings
            + (tier.For(Disruption.Region).Rto ?? tier.Decide.Within ?? tier.DecideUntilArmed ?? TimeSpan.Zero);

    /// <summary>The retention where the settings state none, in whole hours.</summary>
    public static TimeSpan Retention(RecoveryTier tier, bool inBothRegions) => inBothRegions
        ? TimeSpan.FromHours(Math.Ceiling(NeededInBoth(tier).TotalHours)) + Margin
        : TimeSpan.FromSeconds(FactBook.Number("sqs-retention-default"));

    private static TimeSpan AlarmRings { get; } = TimeSpan.FromSeconds(FactBook.Number("cw-period") + FactBook.Seconds("cw-eval-std"));
}
