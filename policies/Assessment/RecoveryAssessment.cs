using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// What every workload really gets under each kind of disruption, computed from the declared resources: its stores and their copies,
/// the steps until it serves again, and whether that is what was promised.
/// </summary>
public sealed class RecoveryAssessment
{
    private static readonly IReadOnlyList<IStoreReader> Readers =
    [
        new AuroraReader(), new MultiAzClusterReader(), new RdsInstanceReader(), new DynamoDbReader(), new BucketReader(), new EfsReader(),
        new BackedUpReader(), new VolumeReader(),
        new DocumentDbReader(), new NeptuneReader(), new KeyspaceReader(), new CassandraReader(), new CacheReader(), new MemoryDbReader(), new SearchReader(),
        new SearchCollectionReader(), new WarehouseReader(), new ServerlessWarehouseReader(),
        new KafkaReader(), new StrimziReader(), new BrokerReader(), new KinesisReader(), new QueueReader(), new ImageReader(), new FsxReader(),
        new SecretReader(), new FlinkStateReader(), new SparkStateReader(), new HBaseReader(), new CatalogueReader(), new TableBucketReader(),
        new FlinkApplicationReader(), new GlueBookmarkReader(), new AirflowReader(), new EmrClusterReader(),
    ];

    private static readonly UnreadReader Others = new(Readers.SelectMany(reader => reader.Types));

    private RecoveryAssessment(Promises promises, IReadOnlyList<Store> stores, IReadOnlyList<WorkloadRecovery> workloads, Routing routing)
    {
        Routing = routing;
        Promises = promises;
        Stores = stores;
        Workloads = workloads;
    }

    public Promises Promises { get; }

    /// <summary>Every store that was found, those of no workload included, by URN.</summary>
    public IReadOnlyList<Store> Stores { get; }

    /// <summary>The workload of a resource; empty where nobody says.</summary>
    internal Func<Node, string> WorkloadOf { get; private init; } = _ => "";

    /// <summary>Resources that hold data and belong to no workload, by URN.</summary>
    public required IReadOnlyList<Node> Unclassified { get; init; }

    /// <summary>What serves, or tells, in stacks that say nothing of workloads, and is in none of their figures.</summary>
    public IReadOnlyList<Node> LeftOut { get; private init; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<WorkloadRecovery> Workloads { get; }

    /// <summary>By workload and disruption.</summary>
    public IEnumerable<Outcome> Outcomes => Workloads.SelectMany(workload => workload.Outcomes);

    /// <summary>The pair of stacks, by its tag; null where no tag names it.</summary>
    public string? Pair { get; private init; }

    /// <summary>What each store gives under each disruption.</summary>
    internal IReadOnlyDictionary<Store, IReadOnlyDictionary<Disruption, StoreOutcome>> OutcomesOf { get; private init; } =
        new Dictionary<Store, IReadOnlyDictionary<Disruption, StoreOutcome>>();

    internal Routing Routing { get; }

    /// <summary>The resource types whose data is read.</summary>
    public static IReadOnlyList<string> StoreTypes { get; } = [.. Readers.SelectMany(reader => reader.Types)];

    public static RecoveryAssessment Of(Estate estate, RecoverySettings settings, DateOnly asOf) => Of(estate, Promises.Of(estate, settings), settings, asOf);

    internal static RecoveryAssessment Of(
        Estate estate, Promises promises, RecoverySettings settings, DateOnly asOf, string? pair = null, bool amongPairs = false)
    {
        var estimates = new Estimates(settings, asOf);
        var grouped = new WorkloadPatterns(settings);
        var known = promises.All.Select(promise => promise.Workload).ToHashSet(StringComparer.Ordinal);
        var strangers = new StrangerMembers(estate, Said);
        var context = new StoreContext
        {
            Estate = estate,
            Promises = promises,
            Estimates = estimates,
            Alarms = new AlarmIndex(estate),
            WorkloadOf = node => Said(node) ?? strangers.Of(node) ?? "",
        };

        // A namespace is named as its workload.
        string? Said(Node node) => grouped.WorkloadOf(node) ?? (Pods.OwnNamespaceOf(node) is { } space && known.Contains(space) ? space : null);

        Store[] stores = [.. Readers.Append(Others).SelectMany(reader => reader.Read(context)).OrderBy(store => store.Node.Urn, StringComparer.Ordinal)];
        var outcomesOf = stores.ToDictionary<Store, Store, IReadOnlyDictionary<Disruption, StoreOutcome>>(
            store => store,
            store => DisruptionNames.All.ToDictionary(
                disruption => disruption,
                disruption => StoreOutcome.Of(store, disruption, promises.For(store.Workload)?.For(disruption).Rto is not null)),
            ReferenceEqualityComparer.Instance);
        var byWorkload = stores.ToLookup(store => store.Workload, StringComparer.Ordinal);
        var serving = new Serving(estate, estimates, context.WorkloadOf);
        var routing = new Routing(estate, estimates);
        var detectors = new DetectorIndex(estate, context.WorkloadOf);
        var names = routing.NamesOf(context.WorkloadOf);
        var present = new WorkloadPresence(estate, settings);
        var schedules = JobSchedule.All(estate).ToLookup(
            schedule => schedule.Kin(estate).Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "", StringComparer.Ordinal);
        var workloads = new List<WorkloadRecovery>();
        foreach (var promise in promises.All)
        {
            var own = byWorkload[promise.Workload].ToArray();
            var lost = promise.Regions?.Primary ?? own.Select(store => store.Home).FirstOrDefault(home => home is not null)
                ?? serving.LargestRegionOf(promise.Workload, apartFrom: null) ?? LoneJob.RegionOf(context, promise.Workload, schedules[promise.Workload]);
            var target = promise.Regions?.Standby ?? TargetOf(own, lost) ?? (lost is null ? null : serving.LargestRegionOf(promise.Workload, apartFrom: lost));
            string[] entrances = promise.Endpoint is { } endpoint ? [endpoint] : [.. names[promise.Workload]];
            var plan = PlanOf(estate, context.WorkloadOf, promise.Workload, serving, own) is { } node ? FailoverPlan.Of(node, target) : null;
            var twins = ScheduledTwins.Of(estate, schedules[promise.Workload], lost);
            var scene = new WorkloadScene
            {
                Promise = promise,
                Estate = estate,
                Estimates = estimates,
                Serving = serving,
                Redirect = routing.Of(promise.Workload, entrances, own, lost),
                Detectors = detectors,
                Plan = plan,
                Jobs = lost is not null && target is not null ? PermissionReading.Of(estate, context.WorkloadOf, promise, plan, [lost, target]) : null,
                Schedules = twins,
                Alone = LoneJob.Of(context, promise, lost, schedules[promise.Workload], twins),
                Lost = lost,
                Target = target,
                HasResources = own.Length > 0 || present.Has(promise.Workload) || entrances.Any(name => routing.RecordsOf(name).Count > 0),
            };
            StoreOutcome[] afterRegion = [.. own.Select(store => outcomesOf[store][Disruption.Region])];
            Outcome[] outcomes =
            [
                .. DisruptionNames.All.Select(disruption =>
                    WorkloadOutcome.Of(scene, context, [.. own.Select(store => outcomesOf[store][disruption])], disruption) with
                    {
                        Pair = pair,
                        AmongPairs = amongPairs,
                    }),
            ];
            workloads.Add(new WorkloadRecovery
            {
                Promise = promise,
                HasResources = scene.HasResources,
                Outcomes = outcomes,
                Plan = scene.Plan,
                Schedules = scene.Schedules,
                Alone = scene.Alone,
                AroundPlan = scene.Plan is null ? 0 : RegionTimeline.AroundPlan(scene),
                PlanSteps = scene.Plan is null ? [] : RegionTimeline.PlanSteps(scene, afterRegion),
                Verify = faults => Verification.Verification.Of(scene, afterRegion, outcomes, faults),
                WritersFound = new(() => WriterGuarantee.AllOf(scene, afterRegion)),
                Signals = detectors.Surviving(promise.Workload, lost, silenceCounts: false).Count(),
            });
        }

        // A member without a tag of its own belongs to the store that it is a part of.
        var classified = stores.Where(store => store.Workload.Length > 0).SelectMany(store => store.Members).ToHashSet();
        return new RecoveryAssessment(promises, stores, workloads, routing)
        {
            Pair = pair,
            WorkloadOf = context.WorkloadOf,
            OutcomesOf = outcomesOf,
            LeftOut = strangers.LeftOut,
            Unclassified = [.. estate.All.Where(node => StatefulTypes.Find(node)?.Part == StatefulPart.Data && context.WorkloadOf(node).Length == 0
                && !classified.Contains(node))],
        };
    }

    // Where no manifest names the pair: the Region in which most of the copies are that outlive the first.
    private static string? TargetOf(IReadOnlyList<Store> stores, string? lost) => stores
        .SelectMany(store => store.Copies)
        .Where(copy => copy.Region is not null && copy.Region != lost && copy.Uses.ContainsKey(Disruption.Region))
        .GroupBy(copy => copy.Region!, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    // Its own, else one that several workloads share: that promotes or scales something of it.
    private static Node? PlanOf(
        Estate estate, Func<Node, string> workloadOf, string workload, Serving serving, IReadOnlyList<Store> stores) =>
        estate.OfType(RegionSwitchTypes.Plan).FirstOrDefault(plan => workloadOf(plan) == workload)
        ?? estate.OfType(RegionSwitchTypes.Plan).FirstOrDefault(plan =>
            PlanStep.Of(plan).Any(step => stores.Any(store => store.Members.Any(step.Promotes)))
            || PodScalingStep.Of(plan).Any(step => serving.GroupsOf(workload, null).Any(group => step.Names(estate, group.Node))));
}
