using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>What runs or starts jobs in one Region, and has no twin in the other one.</summary>
/// <param name="Node">The job, its engine or its schedule; of a pipeline that nothing runs, the manifest that names it.</param>
/// <param name="Why">Why it runs nowhere then; unknown where names do not say whether something there is its twin.</param>
/// <param name="Starts">Until it runs again after the loss; null where the loss takes nothing of it.</param>
internal sealed record LoneJob(Node Node, Reason Why, Derivation? Starts)
{
    /// <summary>Those of a workload that is promised to outlive its Region.</summary>
    /// <param name="lost">Null where nobody says which Region that is.</param>
    /// <param name="schedules">All of the workload.</param>
    /// <param name="twins">Those of them that have a twin.</param>
    public static IReadOnlyList<LoneJob> Of(
        StoreContext context, Promise promise, string? lost, IEnumerable<JobSchedule> schedules, IReadOnlyList<ScheduledTwins> twins)
    {
        if (lost is null || promise.For(Disruption.Region).Rto is null || !promise.HasStackOf("primary") || !promise.HasStackOf("standby"))
        {
            return [];
        }

        var paired = twins.SelectMany(pair => new[] { pair.Here.Node, pair.There.Node }).ToHashSet();
        JobSchedule[] alone =
            [.. schedules.Where(schedule => !paired.Contains(schedule.Node) && schedule.IsOn != false && WorkOf(context, schedule) is not null)];
        return
        [
            .. Engines(context, promise.Workload, lost),
            .. alone.Where(schedule => schedule.Node.Region == lost).Select(schedule => OfSchedule(
                context, schedule, lost, Array.Exists(alone, other => other.Node.Region is { } region && region != lost))),
            .. promise.Manifest is { Regions: { } regions } manifest && promise.Nodes.Count > 0
                ? from pipeline in manifest.Pipelines ?? []
                  from region in new[] { regions.Primary, regions.Standby }
                  let why = Undeclared(context.Estate, promise, pipeline.Name, region)
                  where why is not null
                  select OfPipeline(promise.Nodes[0], pipeline.Name, why, isAfterTheLoss: region != lost)
                : [],
        ];
    }

    // What runs a pipeline is called by the names of workload and pipeline, in Kubernetes; a state machine, with those of the platform and of the
    // Region around them.
    private static Reason? Undeclared(Estate estate, Promise promise, string pipeline, string region)
    {
        var (name, manifest) = ($"{promise.Workload}-{pipeline}", promise.Nodes[0]);
        var clusters = PodClusters.In(estate);
        var jobs = JobPods.AllIn(estate).Select(node => (Node: node, Name: JobPods.NameOf(node), Region: clusters.RegionOf(node)))
            .Concat(estate.OfType(StepFunctionsTypes.StateMachine).Select(node => (Node: node, Name: StepFunctionsTypes.NameOf(node), node.Region)))
            .Where(job => job.Region is null || job.Region == region).ToList();
        if (jobs.Exists(job => job.Name.Text is { } text && (text == name || text.EndsWith($"-{name}-{region}", StringComparison.Ordinal))))
        {
            return null;
        }

        return jobs.Find(job => job.Name.IsUnknown) is { Node: { } open, Name: var unknown } ? Reason.Unknown(open, unknown.Path)
            : new Reason($"pipeline {pipeline} runs in both Regions by the manifest, but nothing in {region} is called {name}", manifest);
    }

    private static LoneJob OfPipeline(Node manifest, string pipeline, Reason why, bool isAfterTheLoss)
    {
        var label = $"pipeline {pipeline} starts in another Region";
        return new LoneJob(manifest, why, isAfterTheLoss ? UnknownReason.OrNever(label, why) : null);
    }

    /// <summary>The Region of a workload that has nothing but jobs; null where it has none, or they are in several.</summary>
    public static string? RegionOf(StoreContext context, string workload, IEnumerable<JobSchedule> schedules) =>
        context.Estate.OfTypes(JobEngines.Types).Where(node => context.WorkloadOf(node) == workload).Concat(schedules.Select(schedule => schedule.Node))
            .Select(node => node.Region).OfType<string>().Distinct().ToArray() is [var region] ? region : null;

    private static IEnumerable<LoneJob> Engines(StoreContext context, string workload, string lost) =>
        from type in JobEngines.Types
        let nodes = context.Estate.OfType(type).Where(node => context.WorkloadOf(node) == workload && JobEngines.Stays(node)).ToArray()
        where nodes.Length > 0
        let groups = RegionTwins.Of(context, nodes).ToArray()
        let others = groups.Any(members => members.All(node => node.Region is { } region && region != lost))
        from node in groups.Where(members => members.All(node => node.Region == lost)).SelectMany(members => members)
        let kind = JobEngines.KindOf(node)
        let why = others
            ? Reason.Uncertain($"whether an {kind} of another Region is its twin, their names do not say", node, "name")
            : new Reason($"no {kind} of its name is in another Region: it runs nowhere once {lost} is lost", node)
        select new LoneJob(node, why, UnknownReason.OrNever($"{node.Name} runs in another Region", why));

    // A workload may do without what its schedule starts: that it needs it, nothing says.
    private static LoneJob OfSchedule(StoreContext context, JobSchedule schedule, string lost, bool others)
    {
        var (node, work) = (schedule.Node, WorkOf(context, schedule));
        var why = others
            ? Reason.Uncertain("whether a schedule of another Region is its twin, their names do not say", node, schedule.Expression.Path)
            : new Reason($"no schedule of its name is in another Region: nothing starts its {work} once {lost} is lost", node, schedule.Expression.Path);
        return new LoneJob(node, why, UnknownReason.Leaf(
            $"its {work} is started in another Region",
            Reason.Uncertain($"nothing starts it there, and whether the workload needs it is not known", node, schedule.Expression.Path)));
    }

    private static string? WorkOf(StoreContext context, JobSchedule schedule) =>
        schedule.Starts(context.Estate).FirstOrDefault(work => work.IsCode is not null)?.What;
}
