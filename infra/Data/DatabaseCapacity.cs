using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Data;

/// <summary>The instances of a database cluster: the only thing about a database that a stack switch changes.</summary>
public static class DatabaseCapacity
{
    /// <summary>The smallest class that the platform starts: what a pilot light and a trial run on.</summary>
    public const string SmallestClass = "db.r7g.large";

    /// <summary>The class of each instance, the one that should write first at the head; empty where no cluster runs.</summary>
    /// <param name="database">The database, with its class at full size.</param>
    /// <param name="strategy">How much of a standby runs.</param>
    /// <param name="sizing">How much is bought.</param>
    /// <param name="role">The Region's home role.</param>
    /// <param name="activation">What a standby is ready for; a primary is always active.</param>
    public static IReadOnlyList<string> For(
        DatabaseStore database, Strategy strategy, Sizing sizing, StackRole role, Activation activation)
    {
        var full = sizing == Sizing.Small
            ? new[] { SmallestClass }
            : [database.InstanceClass, database.InstanceClass];
        if (role == StackRole.Primary)
        {
            return full;
        }

        return (strategy, activation) switch
        {
            // There is no cluster to put instances in: it is restored from a copy.
            (Strategy.BackupRestore, _) => [],
            (_, Activation.Active) => full,
            (Strategy.ActiveActive, _) => full,

            // The instance that is promoted has the writer's size already: resizing it would be a restart during the failover.
            (Strategy.WarmStandby, _) => full[..1],
            (Strategy.PilotLight, _) => [SmallestClass],
            _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "unknown strategy"),
        };
    }
}
