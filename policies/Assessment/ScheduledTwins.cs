using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>One schedule in two Regions, which know nothing of each other.</summary>
/// <param name="Here">In the Region that is lost, or the first by URN where nobody says which that is.</param>
/// <param name="There">In the other one.</param>
internal sealed record ScheduledTwins(JobSchedule Here, JobSchedule There)
{
    /// <summary>
    /// Those of a workload: schedules of two Regions that have one name, or one once Region and role are left out, or that start work of one name.
    /// </summary>
    /// <param name="all">All schedules of the workload.</param>
    /// <param name="home">The Region that counts as the first; null where nobody says.</param>
    public static IReadOnlyList<ScheduledTwins> Of(Estate estate, IEnumerable<JobSchedule> all, string? home)
    {
        JobSchedule[] schedules = [.. all.Where(schedule => schedule.Node.Region is not null)
            .OrderByDescending(schedule => schedule.Node.Region == home).ThenBy(schedule => schedule.Node.Urn, StringComparer.Ordinal)];
        var (paired, twins) = (new HashSet<Node>(), new List<ScheduledTwins>());
        Pair(schedule => schedule.Name is { } name ? [name] : []);
        Pair(schedule => [RegionTwins.Stem(schedule.Node)]);
        Pair(schedule => schedule.Starts(estate).Where(work => work.Name is not null).Select(work => work.What));
        return twins;

        void Pair(Func<JobSchedule, IEnumerable<string>> namesOf)
        {
            var byName = schedules.Where(schedule => !paired.Contains(schedule.Node))
                .SelectMany(schedule => namesOf(schedule).Select(name => (Name: name, Schedule: schedule))).ToLookup(pair => pair.Name, pair => pair.Schedule);
            foreach (var schedule in byName.SelectMany(group => group).Distinct())
            {
                var other = paired.Contains(schedule.Node) ? null : namesOf(schedule).SelectMany(name => byName[name])
                    .FirstOrDefault(other => other.Node.Region != schedule.Node.Region && !paired.Contains(other.Node));
                if (other is not null)
                {
                    paired.UnionWith([schedule.Node, other.Node]);
                    twins.Add(new ScheduledTwins(schedule, other));
                }
            }
        }
    }

    /// <summary>Why both start the work at once; null where one Region does, or neither. Unknown where only the deployment or their code tells.</summary>
    public Reason? RunsTwice(Estate estate)
    {
        if (Here.IsOn == false || There.IsOn == false)
        {
            return null;
        }

        if (Here.IsOn is null || There.IsOn is null)
        {
            var open = Here.IsOn is null ? Here : There;
            return Reason.Unknown(open.Node, open.State.Path);
        }

        var started = new[] { Here, There }
            .SelectMany(schedule => schedule.Starts(estate).Select(work => (Schedule: schedule, Asks: work.Asks(estate)))).ToArray();
        return Reason.Deciding(started.Select(pair => pair.Asks.Why is { } why ? Told(pair.Schedule, why) : null).OfType<Reason>())
            ?? (Leases(estate, Here).SelectMany(own => Leases(estate, There).Select(own.Differs)).FirstOrDefault(why => why is not null) is { } differs
                ? Told(Here, new Reason(differs)) : null);
    }

    /// <summary>Why nobody starts the work once the first Region is lost; null where its schedule is on. Unknown where something may switch it on.</summary>
    public Reason? RunsNowhere(Estate estate) => There.IsOn switch
    {
        true => null,
        null => Reason.Unknown(There.Node, There.State.Path),
        false when Here.IsOn == false => null,
        false when There.MayBeSwitchedOn(estate) => Reason.Uncertain(
            "it is off, and whether what may switch it on does so in a failover is not known", There.Node, There.State.Path),
        _ => new Reason($"it is off, and nothing switches it on once {Here.Node.Region} is lost", There.Node, There.State.Path),
    };

    /// <summary>Until the other Region starts the work by itself.</summary>
    public Derivation Starts(WorkloadScene scene) => RunsNowhere(scene.Estate) switch
    {
        { } never => UnknownReason.OrNever($"{There.Node.Name} {(never.IsUnknown ? "is switched on" : "starts its job")}", never),
        null => Leases(scene.Estate, There).FirstOrDefault() switch
        {
            null => Begins(scene, Next),
            { IsRead: true } lease => WithTheLease(scene, lease),
            _ => UnknownReason.Leaf(
                $"the lease of {Here.Node.Region} ends",
                Reason.Uncertain("an expression that is not read says how long it lasts", There.Node, There.Expression.Path)),
        },
    };

    /// <summary>The steps of the plan that it waits for: those that move the beacon, where a follower takes the lease that the work asks for.</summary>
    public string[] StartsAfter(WorkloadScene scene) =>
        Leases(scene.Estate, There).FirstOrDefault() is { IsRead: true } lease && FollowerOf(scene, lease)?.BeaconOf(scene.Workload) is { } beacon
            ? [.. (scene.Plan?.Steps ?? []).Where(step => step.Moves(beacon)).Select(step => step.Id)]
            : [];

    private Derivation Next => Derivation.Leaf(
        $"{There.Node.Name} starts its job next",
        There.LongestGap is { } seconds ? new Figure(0, seconds, Basis.Enforced) : Figure.Unknown,
        new Source(SourceKind.Property, There.Expression.Path, There.Node.Urn));

    // A run before the lease has moved ends without work: the one after it works.
    private Derivation WithTheLease(WorkloadScene scene, AskedLease lease)
    {
        var label = $"{There.Node.Name} starts its job with the lease";
        if (FollowerOf(scene, lease) is not { } follower || follower.BeaconOf(scene.Workload) is not { } beacon)
        {
            return UnknownReason.Leaf(label, Reason.Uncertain(
                $"nothing here tells what takes the lease in {lease.Table.Name} for {There.Node.Region}, and when", There.Node, There.Expression.Path));
        }

        return StartsAfter(scene).Length == 0
            ? Derivation.Never(label, $"no step of a plan moves {beacon}")
            : Begins(scene, Derivation.Sum(
                label,
                [.. JobStart.LeaseHeld(scene.Estate, beacon, follower),
                Next,
                Derivation.Leaf(
                    "its state machine waits between its looks at the lease",
                    lease.WaitSeconds is { } seconds ? Figure.Exactly(seconds, Basis.Enforced) : Figure.Unknown,
                    new Source(SourceKind.Property, There.Expression.Path, There.Node.Urn))]));
    }

    private Derivation Begins(WorkloadScene scene, Derivation next) => There.Starts(scene.Estate).Any(work => work.MakesCluster)
        ? Derivation.Sum(next.Label, next, scene.Estimates.Duration("its EMR cluster is made", "emr-cluster-start", scene.Workload, null, There.Node.Urn))
        : next;

    private LeaseFollower? FollowerOf(WorkloadScene scene, AskedLease lease) => LeaseFollower.AllIn(scene.Estate)
        .Where(follower => follower.Table.Text is { } table && table == PhysicalName.Of(lease.Table) && follower.BeaconOf(scene.Workload) is not null
            && PodClusters.In(scene.Estate).RegionOf(follower.Node) == There.Node.Region)
        .Select(follower => (LeaseFollower?)follower).FirstOrDefault();

    private static IEnumerable<AskedLease> Leases(Estate estate, JobSchedule schedule) =>
        schedule.Starts(estate).Select(work => work.Asks(estate)).Where(asked => asked.IsExclusive == true).Select(asked => asked.Lease).OfType<AskedLease>();

    private static Reason Told(JobSchedule schedule, Reason why) => why.IsUnknown
        ? Reason.Uncertain(why.Text, schedule.Node, schedule.Expression.Path)
        : new Reason(
            $"it starts the job while its twin does so too: {why.Text}", schedule.Node, schedule.State.Path.Length > 0 ? schedule.State.Path : "state");
}
