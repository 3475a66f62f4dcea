using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>One schedule in two Regions, which know nothing of each other.</summary>
/// <param name="Here">In the Region that is lost, or the first by URN where nobody says which that is.</param>
/// <param name="There">In the other one.</param>
internal sealed record ScheduledTwins(JobSchedule Here, JobSchedule There)
{
    /// <summary>Those of a workload: schedules of two Regions that have one name, or one once Region and role are left out.</summary>
    /// <param name="all">All schedules of the workload.</param>
    /// <param name="home">The Region that counts as the first; null where nobody says.</param>
    public static IReadOnlyList<ScheduledTwins> Of(IEnumerable<JobSchedule> all, string? home)
    {
        JobSchedule[] schedules = [.. all.Where(schedule => schedule.Node.Region is not null)
            .OrderByDescending(schedule => schedule.Node.Region == home).ThenBy(schedule => schedule.Node.Urn, StringComparer.Ordinal)];
        var byName = schedules.Where(schedule => PhysicalName.Of(schedule.Node) is not null).ToLookup(schedule => PhysicalName.Of(schedule.Node)!);
        var byStem = schedules.ToLookup(schedule => RegionTwins.Stem(schedule.Node));
        var (paired, twins) = (new HashSet<Node>(), new List<ScheduledTwins>());
        foreach (var schedule in schedules.Where(schedule => !paired.Contains(schedule.Node)))
        {
            var other = (PhysicalName.Of(schedule.Node) is { } name ? byName[name] : []).Concat(byStem[RegionTwins.Stem(schedule.Node)])
                .FirstOrDefault(other => other.Node.Region != schedule.Node.Region && !paired.Contains(other.Node));
            if (other is not null)
            {
                paired.UnionWith([schedule.Node, other.Node]);
                twins.Add(new ScheduledTwins(schedule, other));
            }
        }

        return twins;
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

        var started = new[] { Here, There }.SelectMany(schedule => schedule.StartedBy(estate).Select(machine => (schedule, machine))).ToArray();
        return Reason.Deciding(started.Select(pair => pair.machine is null
            ? Reason.Uncertain("whether what it starts asks for a lease cannot be seen", pair.schedule.Node, "target")
            : StartCondition.Of(estate, pair.machine).Why is { } why ? Told(pair.schedule, why) : null).OfType<Reason>());
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
    public Derivation Starts(Estate estate) => RunsNowhere(estate) switch
    {
        { IsUnknown: true } unknown => UnknownReason.Leaf($"{There.Node.Name} is switched on", unknown),
        { } never => Derivation.Never(
            $"{There.Node.Name} starts its job", never.Text, new Source(SourceKind.Cause, never.Text, There.Node.Urn, Property: never.Property)),
        null when There.StartedBy(estate).Any(machine => machine is not null && StartCondition.Of(estate, machine).IsExclusive == true) => UnknownReason.Leaf(
            $"the lease of {Here.Node.Region} ends",
            Reason.Uncertain("an expression that is not read says how long it lasts", There.Node, There.Expression.Path)),
        null => Derivation.Leaf(
            $"{There.Node.Name} starts its job next",
            There.LongestGap is { } seconds ? new Figure(0, seconds, Basis.Enforced) : Figure.Unknown,
            new Source(SourceKind.Property, There.Expression.Path, There.Node.Urn)),
    };

    private static Reason Told(JobSchedule schedule, Reason why) => why.IsUnknown
        ? Reason.Uncertain(why.Text, schedule.Node, schedule.Expression.Path)
        : new Reason(
            $"it starts the job while its twin does so too: {why.Text}", schedule.Node, schedule.State.Path.Length > 0 ? schedule.State.Path : "state");
}
