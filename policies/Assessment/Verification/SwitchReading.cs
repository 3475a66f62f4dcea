using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>How a plan moves a workload to a Region, and what starts it, from what is declared.</summary>
internal sealed class SwitchReading
{
    private const int MostStages = 3;

    private readonly WorkloadScene _scene;
    private readonly FailoverPlan _plan;
    private readonly IReadOnlyList<StoreOutcome> _stores;
    private readonly PermissionReading? _jobs;
    private readonly List<Reason> _causes = [];
    private SwitchGaps _gaps;

    private SwitchReading(WorkloadScene scene, FailoverPlan plan, IReadOnlyList<StoreOutcome> stores, PermissionReading? jobs)
    {
        _scene = scene;
        _plan = plan;
        _stores = stores;
        _jobs = jobs;
    }

    /// <summary>What differs from the protocol, and where.</summary>
    public IReadOnlyList<Reason> Causes => _causes;

    /// <summary>Null where what decides is unknown: see <see cref="Causes"/>.</summary>
    public SwitchSettings? Settings { get; private set; }

    private Node Node => _plan.Node;

    private Node Entrance => DnsName.Records(_scene.Estate, _scene.Promise.Endpoint ?? "").FirstOrDefault() ?? Node;

    private StoreOutcome[] Promoted => [.. _stores.Where(outcome => outcome.Store.NeedsPromotion)];

    /// <param name="plan">The plan, with the steps that activate the Region.</param>
    /// <param name="stores">The stores of the workload, after the loss of its Region.</param>
    public static SwitchReading Of(WorkloadScene scene, FailoverPlan plan, IReadOnlyList<StoreOutcome> stores, PermissionReading? jobs)
    {
        var reading = new SwitchReading(scene, plan, stores, jobs);
        reading.Read();
        return reading;
    }

    private void Read()
    {
        if (!_plan.StepsKnown)
        {
            _causes.Add(Reason.Unknown(Node, "workflows"));
            return;
        }

        ReadStores();
        _gaps |= _jobs is null ? SwitchGaps.None : SwitchGaps.Jobs;
        var stages = Stages();
        var vantages = Vantages();
        ReadPeople();
        if (_causes.Exists(cause => cause.IsUnknown))
        {
            return;
        }

        Settings = new SwitchSettings { Stages = stages, Vantages = vantages, Gaps = _gaps };
    }

    private void ReadStores()
    {
        if (Twins() is { } twin)
        {
            Add(SwitchGaps.TwoWriters | SwitchGaps.Unbounded, "it takes writes in its Region, as its twin in the other one, and neither has those of the other",
                twin, null);
            return;
        }

        if (Promoted.Length == 0)
        {
            _gaps |= SwitchGaps.Storeless;
            return;
        }

        var promised = _scene.Promise.For(Disruption.Region).Rpo;
        foreach (var store in Promoted.Select(outcome => outcome.Store))
        {
            switch (WriterGuarantee.Behind(store)?.Worst)
            {
                case null:
                    _causes.Add(Reason.Uncertain($"how far the copy of {store.Label} is behind is unknown", store.Node, "engine"));
                    break;
                case double.PositiveInfinity:
                    Add(SwitchGaps.Unbounded, $"nothing bounds how far the copy of {store.Label} is behind", store.Node, null);
                    break;
                case { } worst when worst > promised?.TotalSeconds:
                    var (behind, rpo) = (DurationText.Format(TimeSpan.FromSeconds(worst)), DurationText.Format(promised.Value));
                    Add(SwitchGaps.Unbounded, $"the copy of {store.Label} can be {behind} behind, and the RPO is {rpo}", store.Node, null);
                    break;
            }
        }
    }

    // Of a workload with one writer, two stores of one name that do not know each other.
    private Node? Twins() => !_scene.Promise.SingleWriter ? null : _stores.Select(outcome => outcome.Store)
        .Where(store => store.Kind == "database" && store.Home is not null && WriterGuarantee.Behind(store) is null)
        .GroupBy(store => store.Label, StringComparer.Ordinal)
        .FirstOrDefault(twins => twins.Select(store => store.Home).Distinct().Count() > 1)?.First().Node;

    private List<SwitchActions> Stages()
    {
        var (traffic, ghost) = ReadTraffic();
        var beacon = ReadBeacon();
        var stages = new List<SwitchActions>();
        var promoted = new HashSet<Store>();
        foreach (var together in _plan.Steps.GroupBy(step => string.Join(';', step.After)))
        {
            var stage = SwitchActions.None;
            foreach (var step in together)
            {
                stage |= step.Kind switch
                {
                    PlanStepKind.Database => Promotes(step, promoted),
                    PlanStepKind.Capacity => Raises(step),
                    PlanStepKind.Routing when step.Moves(_jobs?.Beacon) => Moves(step, SwitchActions.Beacon),
                    PlanStepKind.Routing => Moves(step, SwitchActions.Traffic),
                    _ => SwitchActions.None,
                };
            }

            if (stage != SwitchActions.None)
            {
                stages.Add(stage);
            }
        }

        if (Promoted.Length > 0 && Promoted.Select(outcome => outcome.Store).Except(promoted).FirstOrDefault() is { } left)
        {
            Add(SwitchGaps.None, $"no step promotes {left.Label}", Node, "workflows");
            stages = [.. stages.Select(stage => stage & ~SwitchActions.Promote)];
        }

        // Only jobs that a plan raises hold it up.
        if (!_gaps.HasFlag(SwitchGaps.RaisesJobs))
        {
            stages = [.. stages.Select(stage => stage & ~SwitchActions.Raise).Where(stage => stage != SwitchActions.None)];
        }

        // What is not declared moves with the last step.
        var last = (beacon ? SwitchActions.None : SwitchActions.Beacon) | (ghost ? SwitchActions.Traffic : SwitchActions.None);
        if (last != SwitchActions.None)
        {
            stages = stages.Count > 0 ? [.. stages[..^1], stages[^1] | last] : [last];

            // A writer moves before what only stands for it.
            if ((stages[^1] & SwitchActions.Promote) != 0)
            {
                stages = [.. stages[..^1], stages[^1] & ~last, last];
            }
        }

        if (traffic && !stages.Exists(stage => (stage & SwitchActions.Traffic) != 0))
        {
            Add(SwitchGaps.None, $"no step moves the traffic of {_scene.Promise.Endpoint ?? _scene.Workload}", Node, "workflows");
        }

        if (beacon && !stages.Exists(stage => (stage & SwitchActions.Beacon) != 0))
        {
            Add(SwitchGaps.None, $"no step moves {_jobs!.Beacon}", Node, "workflows");
        }

        if (TooEarly(stages) is { } early)
        {
            Add(SwitchGaps.None, $"it {early} before its database step is done", Node, "workflows");
        }

        while (stages.Count > MostStages)
        {
            stages = [stages[0] | stages[1], .. stages[2..]];
        }

        return stages;
    }

    private static string? TooEarly(List<SwitchActions> stages)
    {
        var promotes = stages.FindIndex(stage => (stage & SwitchActions.Promote) != 0);
        return promotes < 0 ? null
            : stages.FindIndex(stage => (stage & SwitchActions.Traffic) != 0) is var traffic and >= 0 && traffic <= promotes ? "moves traffic"
            : stages.FindIndex(stage => (stage & SwitchActions.Beacon) != 0) is var beacon and >= 0 && beacon <= promotes ? "moves the beacon"
            : null;
    }

    private SwitchActions Promotes(PlanStep step, HashSet<Store> promoted)
    {
        Store[] own = [.. Promoted.Select(outcome => outcome.Store).Where(store => store.Members.Any(step.Promotes) || step.IsDatabaseUnknown)];
        promoted.UnionWith(own);
        if (own.Length > 0 && !step.WorksWithoutTheOtherRegion)
        {
            Add(SwitchGaps.Switchover, $"step {step.Name} only switches over, which needs both Regions", Node, step.Config.Path);
        }

        return own.Length > 0 ? SwitchActions.Promote : SwitchActions.None;
    }

    private SwitchActions Raises(PlanStep step)
    {
        foreach (var job in _jobs?.Jobs ?? [])
        {
            if (PlannedPods.In(_scene.Estate).Of(job.Node).Any(entry => entry.Step.IsSame(step)))
            {
                Add(SwitchGaps.RaisesJobs, $"step {step.Name} scales {job.Node.Name}, which waits for the beacon", Node, step.Config.Path);
            }
        }

        return SwitchActions.Raise;
    }

    private SwitchActions Moves(PlanStep step, SwitchActions action)
    {
        var record = DnsName.Records(_scene.Estate, step.Record ?? "").FirstOrDefault();
        var crossed = record is null ? null : PlannedRecords.Fault(_scene.Estate, record);
        crossed = action == SwitchActions.Beacon ? PlannedRecords.Misnamed(_scene.Estate, step) ?? crossed : crossed;
        if (crossed is { IsUnknown: false })
        {
            Add(SwitchGaps.Crossed, crossed.Text, crossed.Node ?? Node, crossed.Property);
        }

        return action;
    }

    // Whether a step has to move traffic, and whether traffic is only a manner of speaking: nothing that clients use leads to it.
    private (bool Traffic, bool Ghost) ReadTraffic()
    {
        switch (_scene.Redirect)
        {
            case null:
                return (false, true);
            case { ByPlan: true } or { ByControl: true }:
                return (true, false);
            case { Derivation.Figure: { IsUnknown: true } }:
                _causes.Add(Reason.Uncertain($"how the traffic of {_scene.Workload} moves is unknown", Entrance, "healthCheckId"));
                return (true, false);
            case var redirect:
                if (redirect.Derivation.Figure != Figure.Never)
                {
                    ReadHealth();
                    return (false, false);
                }

                return (true, false);
        }
    }

    // Where nothing is promoted, health tells enough.
    private void ReadHealth()
    {
        _gaps |= SwitchGaps.TrafficByHealth;
        if (!_gaps.HasFlag(SwitchGaps.Storeless))
        {
            _causes.Add(new Reason("it follows the health of the endpoint, which knows of no promotion", Entrance, "healthCheckId"));
        }
    }

    // Whether a step has to move a beacon.
    private bool ReadBeacon()
    {
        if (_jobs?.Beacon is not { } beacon)
        {
            return false;
        }

        if (DnsName.Records(_scene.Estate, beacon).FirstOrDefault(record => !PlannedRecords.IsTurned(record)) is { } free)
        {
            Add(SwitchGaps.BeaconByHealth, $"{beacon} does not use the health checks of {Node.Name}, so that one signal moves it", free, "healthCheckId");
        }

        return true;
    }

    // The fewest places from which a trigger sees that the active Region is lost.
    private int Vantages()
    {
        var least = 0;
        foreach (var (target, trigger) in _plan.Activated)
        {
            var sight = TriggerSight.Of(_scene.Estate, Node, trigger);
            if (target is null || sight.Unknown is not null)
            {
                _causes.Add(Reason.Unknown(Node, trigger.Path));
                continue;
            }

            if (sight.Places.Count < 2)
            {
                var seen = sight.Places is [var only] ? only : "nowhere";
                var told = sight.Fault is { } fault ? $" ({fault.Text})" : "";
                _causes.Add(new Reason($"the trigger for {target} sees the other Region from {seen} only{told}: two Regions needed", Node, trigger.Path));
            }

            least = Math.Min(least == 0 ? int.MaxValue : least, Math.Clamp(sight.Places.Count, 1, 2));
        }

        return least;
    }

    private void ReadPeople()
    {
        if (PlanStarters.Of(_scene.Estate, Node) is { IsUnknown: false } nobody)
        {
            Add(SwitchGaps.Nobody, nobody.Text, Node, nobody.Property);
        }

        foreach (var job in _jobs?.Jobs ?? [])
        {
            if (job.Follows && (Pods.ScalerOf(_scene.Estate, job.Node) is not null || Services.In(_scene.Estate).Serve(job.Node)))
            {
                Add(SwitchGaps.PodsFollow, "it serves traffic, but its follower suspends it", job.Node, job.Label.Path);
            }
        }
    }

    private void Add(SwitchGaps gap, string text, Node node, string? property)
    {
        _gaps |= gap;
        _causes.Add(new Reason(text, node, property));
    }
}
