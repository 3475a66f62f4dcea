using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery;
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
            [
                .. LeaseHeld(scene.Estate, jobs.Beacon!, follower),
                Stated("the gate sees the lease renewed", follower, LeaseProtocol.RenewsVariable),
                Derivation.Max("the slowest job starts", [.. jobs.Jobs.GroupBy(job => job.Name ?? job.Node.Urn).Select(same => Starts(scene, [.. same]))])]);
    }

    /// <summary>Until the pods of a job run with its state.</summary>
    /// <param name="label">Its name, by which assumptions are narrowed.</param>
    public static Derivation Pods(Estimates estimates, string workload, string label, Node job, ManifestPipeline? pipeline)
    {
        var pods = estimates.Duration("a pod of the jobs starts", "capacity", workload, null, job.Urn);
        return pipeline?.StateGb is { } gigabytes
            ? Derivation.Sum(
                $"{label} starts", pods, estimates.Transfer(
                    "restore the state",
                    Derivation.Quantity("state", gigabytes, "GB", Basis.Enforced, new Source(SourceKind.Promise, $"pipelines.{pipeline.Name}.stateGb")),
                    "restore-rate", workload, label))
            : pods;
    }

    // One job of both Regions.
    private static Derivation Starts(WorkloadScene scene, FollowingJob[] same)
    {
        var clusters = PodClusters.In(scene.Estate);
        var label = same[0].Name ?? same[0].Node.Name;
        if (same.Where(job => clusters.RegionOf(job.Node) is not { } region || region == scene.Target).Select(job => job.Node).FirstOrDefault() is not { } node)
        {
            return Derivation.Never(label, $"no job of its name is in {scene.Target}", new Source(SourceKind.Cause, "it is in one Region", same[0].Node.Urn));
        }

        if ((JobOperator.NotRun(scene.Estate).GetValueOrDefault(node) ?? ImagePulls.Of(scene.Estate).Missing(node, [scene.Lost])) is { } fault)
        {
            return UnknownReason.OrNever($"{label} starts", fault);
        }

        var pipeline = (scene.Promise.Manifest?.Pipelines ?? []).FirstOrDefault(pipeline => $"{scene.Workload}-{pipeline.Name}" == label);
        var pods = Pods(scene.Estimates, scene.Workload, label, node, pipeline);
        return JobPods.Schedule(node) is { IsAbsent: false } schedule ? Derivation.Sum($"{label} runs", Next(node, schedule), pods) : pods;
    }

    private static Derivation Next(Node node, Prop schedule) => Derivation.Leaf(
        "its schedule starts it next",
        schedule.Text is { } text && StandardCron.LongestGap(text) is { } gap ? new Figure(0, gap.TotalSeconds, Basis.Enforced) : Figure.Unknown,
        new Source(SourceKind.Property, schedule.Path, node.Urn));

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
