using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Serving;

/// <summary>How many instances of a workload run in a Region.</summary>
public static class ServingInstances
{
    /// <summary>The number of instances, in all zones together.</summary>
    /// <param name="serving">Their number at full size.</param>
    /// <param name="strategy">How much of a standby runs.</param>
    /// <param name="sizing">How much is bought; small = one instance.</param>
    /// <param name="role">The Region's home role.</param>
    /// <param name="activation">What a standby is ready for; a primary is always active.</param>
    public static int For(ServingSettings serving, Strategy strategy, Sizing sizing, StackRole role, Activation activation)
    {
        var full = sizing == Sizing.Small ? 1 : serving.Instances;
        if (role == StackRole.Primary || activation == Activation.Active)
        {
            return full;
        }

        return strategy switch
        {
            Strategy.BackupRestore or Strategy.PilotLight => 0,

            // A third of the load and one instance in each zone at least, so that the standby is known to work.
            Strategy.WarmStandby => Math.Min(full, Math.Max(3, (full + 2) / 3)),
            Strategy.ActiveActive => full,
            _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "unknown strategy"),
        };
    }
}
