using DrInfra.Infra.Operations;
using DrInfra.Infra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>
/// What automatic failover asks of the settings. One fault must not start a failover: a trigger has two conditions, seen from two Regions that
/// are not lost. Until it is armed people decide, so there must be a time for them.
/// </summary>
internal static class Arming
{
    /// <summary>Adds a problem for each thing that is missing.</summary>
    public static void Check(PlatformSettings settings, SettingsMap root, SettingsReading reading)
    {
        var armed = settings.AutomaticFailover == AutomaticFailover.Armed;
        if (armed && settings.WitnessRegion is null)
        {
            root.Problem(
                "automaticFailover", "armed needs a second Region that sees the loss of the first: no witnessRegion is set",
                "observe; or armed, with a witnessRegion", "set witnessRegion to a third Region");
        }

        foreach (var (workload, index) in settings.Workloads.Select((workload, index) => (workload, index)))
        {
            if (!Detectors.StartsAPlan(workload) || !FailoverPlan.IsFor(workload))
            {
                continue;
            }

            if (armed && !Detectors.HasWitness(workload))
            {
                reading.Add(
                    $"workloads[{index}].tier", reading.Source,
                    $"{workload.Name} cannot be armed: without an endpoint only the standby sees that replication stops, and one alarm would start a failover",
                    workload.Tier.Name, "a tier whose decide is a duration; or an endpoint; or automaticFailover: observe");
            }

            if (!armed && workload.Tier.DecideUntilArmed is null)
            {
                reading.Add(
                    $"tiers.{workload.Tier.Name}.decideUntilArmed", reading.Source,
                    $"missing: {workload.Name} is to fail over automatically, but automaticFailover is observe, so people decide",
                    "nothing", TierReader.UntilArmedAllowed);
            }
        }
    }
}
