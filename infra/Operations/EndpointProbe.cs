using DrInfra.Infra.Conventions;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Operations;

/// <summary>What a canary asks, and what it means when it is not answered.</summary>
/// <param name="Part">Part of the canary's names.</param>
/// <param name="Region">The Region whose name of the workload is asked.</param>
/// <param name="Path">The path of <see cref="HealthPaths"/>.</param>
/// <param name="AlarmPart">Part of the alarm's name.</param>
/// <param name="Means">What it means that the alarm rings.</param>
/// <param name="IsTold">Whether people are told.</param>
public sealed record EndpointProbe(string Part, string Region, string Path, string AlarmPart, string Means, bool IsTold)
{
    /// <summary>The part of the name of the alarm that a Region's pods cannot write.</summary>
    public const string CannotWrite = "cannot-write";

    /// <summary>Whether a workload has a writer that its pods may not reach.</summary>
    public static bool HasWriter(WorkloadSettings workload) =>
        workload.Serving is not null && workload.Databases.Any() && workload.Tier.Strategy != Strategy.BackupRestore;

    /// <summary>The probes that run in the third Region: of each Region of the pair, which a trigger is to believe lost by two signs.</summary>
    public static IEnumerable<EndpointProbe> OfWitness(PairIdentity pair, WorkloadSettings workload) =>
        from role in new[] { StackRole.Primary, StackRole.Standby }
        where Detectors.HasWitness(workload)
        select new EndpointProbe(
            $"{ResourceTags.RoleText(role)}-canary", pair.Regions.Of(role), HealthPaths.Ready, Detectors.WitnessPart(role),
            $"does not answer, as seen from {pair.Witness}", IsTold: true);

    /// <summary>The probes that run in a Region for a workload that serves.</summary>
    public static IEnumerable<EndpointProbe> Of(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var other = pair.Regions.OtherThan(region);

        // A tier that restores from backups has no data in the standby, and pods that say so until it is restored there.
        var answers = workload.Tier.Strategy != Strategy.BackupRestore || other == pair.Regions.Primary;
        yield return new EndpointProbe(
            "canary", other, HealthPaths.Ready, Detectors.Unreachable, $"does not answer, as seen from {region}", answers);
        if (HasWriter(workload))
        {
            // Of its own Region: what the pods here reach. Region switch takes it for the health of the Region, so it knows when a failover is over.
            yield return new EndpointProbe(
                "write-canary", region, HealthPaths.Write, CannotWrite, "cannot write: red in the standby until its database is promoted, else a fault",
                IsTold: true);
        }
    }
}
