using DrInfra.Infra.Data;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Operations;

/// <summary>When the lag of a replica is worth waking somebody for: early enough that the RPO still holds when they hear of it.</summary>
/// <param name="ThresholdSeconds">Lag from which a minute is bad.</param>
/// <param name="Periods">Bad minutes in a row, 1 to 5.</param>
public sealed record LagWatch(double ThresholdSeconds, int Periods)
{
    private const int MostPeriods = 5;

    private static readonly double EvaluationSeconds = FactBook.Seconds("cw-eval-std");

    /// <summary>The lag at which the alarm rings at the latest, if it grows as fast as time passes.</summary>
    public TimeSpan RingsWithin => TimeSpan.FromSeconds(ThresholdSeconds + (Periods * UnitsOfTime.Minute) + EvaluationSeconds);

    /// <summary>For tables and buckets: half of the RPO for loss of the Region; null where none is promised.</summary>
    public static LagWatch? For(RecoveryTier tier) =>
        tier.For(Disruption.Region).Rpo is { } rpo ? new LagWatch(rpo.TotalSeconds / 2, PeriodsWithin(rpo)) : null;

    /// <summary>
    /// For databases: as <see cref="For"/>, and where the primary stops committing at a bound, half of that bound, because people
    /// should hear of it before the business does.
    /// </summary>
    public static LagWatch? ForDatabase(RecoveryTier tier) =>
        For(tier) is { } watch && ReplicationBound.DatabaseLagSeconds(tier) is { } bound
            ? watch with { ThresholdSeconds = bound / 2.0 }
            : For(tier);

    // A quarter of the RPO may pass while the alarm makes sure.
    private static int PeriodsWithin(TimeSpan rpo) => Math.Clamp((int)(rpo.TotalMinutes / 4), 1, MostPeriods);
}
