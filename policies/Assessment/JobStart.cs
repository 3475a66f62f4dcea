using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Assessment;

/// <summary>How long jobs that run in one Region take to run in the other one, once the plan has moved their beacon.</summary>
internal static class JobStart
{
    private const string Label = "the jobs start in the other Region";

    /// <summary>The steps of the plan that move the beacon.</summary>
    public static string[] BeaconSteps(FailoverPlan? plan, PermissionReading jobs) =>
        [.. (plan?.Steps ?? []).Where(step => step.Moves(jobs.Beacon)).Select(step => step.Id)];

    /// <summary>From when the beacon moves to when the jobs run; never where they do not.</summary>
    public static Derivation Of(WorkloadScene scene, PermissionReading jobs)
    {
        if (jobs.Causes.FirstOrDefault(cause => cause.IsUnknown) is { } unknown)
        {
            return UnknownReason.Leaf(Label, unknown);
        }

        if (jobs.InRegion(scene.Target) is not { } follower)
        {
            return Derivation.Never(Label, $"no follower in {scene.Target} starts them");
        }

        if (BeaconSteps(scene.Plan, jobs).Length == 0)
        {
            return Derivation.Never(Label, $"no step of a plan moves {jobs.Beacon ?? "their beacon"}");
        }

        return Derivation.Sum(
            Label,
            [.. LeaseHeld(scene.Estate, jobs.Beacon!, follower),
            Stated("the gate sees the lease renewed", follower, LeaseProtocol.RenewsVariable),
            scene.Estimates.Duration("a pod of the jobs starts", "capacity", scene.Workload, null, jobs.Jobs[0].Node.Urn)]);
    }

    /// <summary>From when the beacon moves to when a Region's follower holds the lease.</summary>
    public static IReadOnlyList<Derivation> LeaseHeld(Estate estate, string beacon, LeaseFollower follower) =>
    [
        Ttl(estate, beacon),
        Stated("the follower looks at the beacon", follower, LeaseProtocol.LooksVariable),
        Stated("the follower watches the lease stand still", follower, LeaseProtocol.TakesAfterVariable),
    ];

    private static Derivation Ttl(Estate estate, string beacon) => Derivation.Max(
        "resolvers cache the beacon",
        [.. DnsName.Records(estate, beacon).Select(record => new DnsRecord(record)).Select(record => record.Ttl.Number is { } seconds
            ? Derivation.Leaf("TTL", new Figure(0, seconds, Basis.Enforced), new Source(SourceKind.Property, record.Ttl.Path, record.Node.Urn))
            : Derivation.Leaf("TTL", Figure.Unknown, new Source(SourceKind.Property, "ttl", record.Node.Urn)))]);

    private static Derivation Stated(string label, LeaseFollower follower, string variable) => follower.Container[variable] is { Number: { } seconds } stated
        ? Derivation.Leaf(label, Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, stated.Path, follower.Node.Urn))
        : Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, "spec.template", follower.Node.Urn));
}
