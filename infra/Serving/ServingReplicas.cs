using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Serving;

/// <summary>How many pods of a workload run in a Region.</summary>
public static class ServingReplicas
{
    // A lost zone takes a third of the pods, so the others take half as much again.
    private const double Headroom = 1.5;

    /// <summary>The least number of pods, in all zones together.</summary>
    /// <param name="serving">Their number at full size.</param>
    /// <param name="strategy">How much of a standby runs.</param>
    /// <param name="sizing">How much is bought; small = one pod.</param>
    /// <param name="role">The Region's home role.</param>
    /// <param name="activation">What a standby is ready for; a primary is always active.</param>
    public static int For(ServingSettings serving, Strategy strategy, Sizing sizing, StackRole role, Activation activation)
    {
        var full = sizing == Sizing.Small ? 1 : serving.Replicas;
        if (role == StackRole.Primary || activation == Activation.Active)
        {
            return full;
        }

        int Share(int percent) => ((full * percent) + 99) / 100;
        return strategy switch
        {
            // An autoscaler at 0 never wakes up.
            Strategy.BackupRestore => 1,
            Strategy.PilotLight => serving.StandbyPercent is { } share ? Share(share) : 1,

            // A third of the load and one pod in each zone at least, so that the standby is known to work.
            Strategy.WarmStandby => Math.Min(full, Math.Max(3, serving.StandbyPercent is { } share ? Share(share) : (full + 2) / 3)),
            Strategy.ActiveActive => full,
            _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "unknown strategy"),
        };
    }

    /// <summary>The most that its autoscaler makes, in either Region: the full size, and what a lost zone or a busy day adds.</summary>
    public static int Most(ServingSettings serving, Sizing sizing) => (int)Math.Ceiling((sizing == Sizing.Small ? 1 : serving.Replicas) * Headroom);

    /// <summary>The most that there are at a time: those, and what a rolling update makes beside them.</summary>
    public static int MostWithSurge(ServingSettings serving, Sizing sizing) =>
        Most(serving, sizing) + (int)Math.Ceiling(Most(serving, sizing) * SurgePercent / 100.0);

    /// <summary>How many pods a rolling update makes before it ends others, in percent.</summary>
    public const int SurgePercent = 25;
}
