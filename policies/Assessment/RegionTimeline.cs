using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment;

/// <summary>The steps after the loss of a workload's Region: its failover plan's, and around them what the plan does not do.</summary>
internal sealed class RegionTimeline
{
    private const string Jobs = "jobs";
    private const string Whole = "time to recover in the other Region";

    /// <summary>The statement that a trigger works with an alarm of a Region that is not of its plan.</summary>
    public const string ThirdRegion = "region-switch-alarm-of-a-third-region";

    private readonly WorkloadScene _scene;
    private readonly IReadOnlyList<StoreOutcome> _stores;
    private readonly FailoverPlan? _plan;
    private readonly ScalingReading _reading;
    private readonly List<RecoveryStep> _steps = [];

    private RegionTimeline(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores, ScalingReading reading)
    {
        _scene = scene;
        _stores = stores;
        _plan = scene.Plan;
        _reading = reading;
    }

    /// <summary>
    /// The steps. Where the documentation of a plan's step can be read in two ways and the operator does not say which holds, the worse
    /// counts; where the load raises servers before the step would, the load does.
    /// </summary>
    public static Derivation Of(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores)
    {
        var timeline = new RegionTimeline(scene, stores, ScalingReading.RegionLeft);
        if (!timeline.Capacity().IsByReading)
        {
            return timeline.Build(Whole);
        }

        var left = timeline.Build("if targetPercent is of the Region that is left");
        var entered = new RegionTimeline(scene, stores, ScalingReading.RegionEntered).Build("if targetPercent is of the last day in the Region entered");
        return entered.Figure.Worst < left.Figure.Worst ? Derivation.Min($"{Whole}, by the step or by load", left, entered)
            : PodCapacity.Assumed(scene.Estimates, scene.Workload) is not null ? left
            : Derivation.Max(Whole, left, entered);
    }

    /// <summary>Seconds that pass before the workload's plan starts and after it ended, at worst; infinity where nothing bounds them.</summary>
    public static double AroundPlan(WorkloadScene scene)
    {
        var timeline = new RegionTimeline(scene, [], ScalingReading.RegionLeft);
        var redirect = scene.Redirect?.Derivation.Figure ?? Figure.Zero;

        // Who decides starts the plan, unless a step of the plan waits for the decision.
        var decide = scene.Plan is { } plan && plan.Steps.Any(step => step.Kind == PlanStepKind.Approval) ? Figure.Zero : timeline.Decide().Figure;
        return (timeline.Detect().Figure + decide + redirect + scene.Reconnect().Figure).Worst ?? double.PositiveInfinity;
    }

    /// <summary>Until the loss of the workload's Region is noticed.</summary>
    public static Figure Notice(WorkloadScene scene) => new RegionTimeline(scene, [], ScalingReading.RegionLeft).Detect().Figure;

    /// <summary>What each step of the workload's plan takes, where it can be said at all: the steps of its own, not those of other plans.</summary>
    public static IReadOnlyList<(PlanStep Step, Derivation Takes)> PlanSteps(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores)
    {
        var timeline = new RegionTimeline(scene, stores, ScalingReading.RegionLeft);
        var capacity = timeline.Capacity();
        return [.. (scene.Plan?.Steps ?? []).Where(step => step.Kind is not (PlanStepKind.Other or PlanStepKind.OtherPlan))
            .Select(step => (step, step.Kind switch
            {
                PlanStepKind.Approval => timeline.Decide(),

                // What a disaster skips still has to have its time in a planned run.
                PlanStepKind.Function => scene.Serving.Launches(scene.Workload, scene.Target),
                _ => timeline.Takes(step, capacity),
            }))];
    }

    /// <summary>The steps, each with the second in which it is over at worst, in that order; null where it never is, or nobody can tell.</summary>
    public static IReadOnlyList<(string Id, double? Over)> Schedule(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores)
    {
        var timeline = new RegionTimeline(scene, stores, ScalingReading.RegionLeft);
        _ = timeline.Build(Whole);
        var over = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var step in timeline._steps)
        {
            over[step.Id] = step.After.Select(id => over.GetValueOrDefault(id)).Append(0).Max() + step.Duration.Figure.Worst;
        }

        return [.. over.Select(pair => (pair.Key, pair.Value is { } seconds && double.IsFinite(seconds) ? seconds : (double?)null))
            .OrderBy(pair => pair.Item2 ?? double.MaxValue)];
    }

    private Derivation Build(string label)
    {
        if (_plan is { StepsKnown: false })
        {
            return Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, "workflows", _plan.Node.Urn));
        }

        var redirect = _scene.Redirect;
        var capacity = Capacity();
        Add("detect", WhereItWaits("no detection needed", Detect));
        Add("decide", WhereItWaits("no decision needed", Decide), "detect");
        var planned = _plan is null ? [] : AddPlan(capacity);
        foreach (var store in _stores.Where(store => !planned.Contains(store.Store)))
        {
            Add(Numbered($"recover {store.Store.Label}"), store.Recovery, "decide");
        }

        if (Raise.Length == 0 && !capacity.ByLoad)
        {
            Add("capacity", capacity.Takes, "decide");
        }

        if (redirect is not null)
        {
            AddRedirect(redirect);
        }

        if (_scene.Jobs is { } jobs)
        {
            Add(Jobs, JobStart.Of(_scene, jobs), JobStart.BeaconSteps(_plan, jobs) is { Length: > 0 } beacon ? beacon : ["decide"]);
        }

        foreach (var twins in _scene.Schedules)
        {
            Add($"schedule {twins.There.Node.Name}", twins.Starts(_scene), twins.StartsAfter(_scene));
        }

        foreach (var job in _scene.Alone.Where(job => job.Starts is not null))
        {
            Add(Numbered($"job {job.Node.Name}"), job.Starts!);
        }

        if (capacity.ByLoad)
        {
            Add("capacity", capacity.Takes, redirect is null ? [.. _steps.Select(step => step.Id)] : ["redirect"]);
        }

        string[] before = [.. _steps.Select(step => step.Id)];
        Add("reconnect", _scene.Reconnect(), before);
        AddCatchUp();
        foreach (var (store, catchUp) in _stores.Select(store => (store.Store, store.Store.CatchUp)).Where(pair => pair.CatchUp is not null))
        {
            // Consumers need servers and data, but no client that comes back.
            Add(Numbered($"catch up {store.Label}"), catchUp!, [.. before.Where(id => id != "redirect")]);
        }

        return CriticalPath.Of(label, _steps);

        Derivation WhereItWaits(string otherwise, Func<Derivation> people)
        {
            Figure[] work = [.. _stores.Select(store => store.Recovery.Figure), capacity.ByLoad ? Figure.Zero : capacity.Takes.Figure];
            bool? waits = redirect is { ByControl: true } || _scene.Jobs is not null || _scene.Schedules.Any(twins => twins.StartsAfter(_scene).Length > 0)
                    || Array.Exists(work, figure => figure is { IsUnknown: false, Worst: not 0 }) ? true
                : Array.Exists(work, figure => figure.IsUnknown) ? null
                : false;
            // A bound that nobody needs is none to miss.
            return waits == false ? Derivation.Nothing(otherwise, "nothing has to be promoted or scaled out")
                : people() is { Figure: var figure } takes && (waits == true || !figure.IsUnbounded) ? takes
                : Derivation.Leaf("people", Figure.Unknown,
                    new Source(SourceKind.Definition, "it is unknown whether anything has to be promoted or scaled out"));
        }
    }

    // Jobs need data, and no client that comes back. What waits grows until they run.
    private void AddCatchUp()
    {
        string[] ready = [.. _steps.Select(step => step.Id).Where(id => id == Jobs || id.StartsWith("recover ", StringComparison.Ordinal))];
        foreach (var pipeline in ready.Contains(Jobs) ? _scene.Promise.Manifest?.Pipelines ?? [] : [])
        {
            var waiting = _stores.Select(outcome => outcome.Store).FirstOrDefault(store => store.Label == $"{_scene.Workload}-{pipeline.Name}")?.Waiting;
            Derivation Waits() => Derivation.Sum("input that waits", [.. waiting is null ? [] : new[] { waiting }, Until(ready)]);
            if (JobCatchUp.Of(pipeline, _scene.ManifestUrn, Waits) is { } catchUp)
            {
                Add($"catch up {pipeline.Name}", catchUp, ready);
            }
        }
    }

    private Derivation Until(string[] ids)
    {
        var wanted = new HashSet<string>(ids, StringComparer.Ordinal);
        foreach (var step in _steps.AsEnumerable().Reverse().Where(step => wanted.Contains(step.Id)))
        {
            wanted.UnionWith(step.After);
        }

        return CriticalPath.Of("the job does not run", [.. _steps.Where(step => wanted.Contains(step.Id))]);
    }

    private PlanStep[] Raise => _plan?.Steps.Where(step => step.Kind == PlanStepKind.Capacity).ToArray() ?? [];

    private Capacity Capacity() => _scene.Serving.AfterRegion(_scene.Workload, _scene.Lost, _scene.Target, _scene.NeededServers, Raise, _reading);

    private void AddRedirect(Redirect redirect)
    {
        var routing = _plan?.Steps.Where(step => step.Kind == PlanStepKind.Routing && !MovesABeacon(step)).Select(step => step.Id).ToArray() ?? [];
        if (redirect.ByControl)
        {
            // By the plan's step, else by hand once it was decided and the data is back.
            Add("redirect", redirect.Derivation, routing.Length > 0 ? routing : [.. _steps.Select(step => step.Id)]);
            return;
        }

        if (!redirect.ByPlan)
        {
            Add("redirect", redirect.Derivation);
            return;
        }

        Add(
            "redirect",
            routing.Length > 0
                ? redirect.Derivation
                : Derivation.Never("the records' health checks change", "they belong to a plan, but no step of the workload's plan changes them"),
            routing.Length > 0 ? routing : ["decide"]);
    }

    // Which stores the plan's steps bring back.
    private HashSet<Store> AddPlan(Capacity capacity)
    {
        var planned = new HashSet<Store>();
        foreach (var step in _plan!.Steps)
        {
            var after = step.After.Count > 0 ? step.After : ["decide"];
            planned.UnionWith(StoresOf(step).Select(store => store.Store));
            Add(step.Id, !MovesABeacon(step) && PlannedRecords.AreTexts(_scene.Estate, step) ? Told(step) : Takes(step, capacity), [.. after]);
        }

        return planned;
    }

    private StoreOutcome[] StoresOf(PlanStep step) => step.Kind == PlanStepKind.Database ? [.. _stores.Where(store => Names(step, store.Store))] : [];

    private Derivation Takes(PlanStep step, Capacity capacity) => step.Kind switch
    {
        PlanStepKind.Approval => Derivation.Nothing("approval", "it is the decision, which is counted above"),
        PlanStepKind.Database when !step.WorksWithoutTheOtherRegion =>
            Derivation.Never("promotion", "the step allows only a switchover, which needs both Regions"),
        PlanStepKind.Database => Derivation.Max("promotion", [.. StoresOf(step).Select(store => store.Recovery)]),
        PlanStepKind.Capacity => capacity.ByLoad ? Derivation.Nothing("capacity", "servers scale by load, not by this step") : capacity.Takes,
        PlanStepKind.Function => Derivation.Leaf("a function", Figure.Zero, FactBook.Get("rs-lambda-ungraceful").ToSource()),
        PlanStepKind.Routing =>
            _scene.Estimates.Duration("the plan changes the health checks", "region-switch-routing", _scene.Workload, null, _plan!.Node.Urn),
        _ => Other(step),
    };

    // Jobs wait for it, or schedules whose work asks for a lease.
    private bool MovesABeacon(PlanStep step) => step.Moves(_scene.Jobs?.Beacon)
        || _scene.Schedules.Any(twins => twins.StartsAfter(_scene).Contains(step.Id, StringComparer.Ordinal));

    private static Derivation Told(PlanStep step) => Derivation.Nothing(step.Name, "its records lead no client anywhere");

    private Derivation Other(PlanStep step) => step.Timeout.Number is { } minutes
        ? Derivation.Leaf(
            step.Id, new Figure(0, minutes * UnitsOfTime.Minute, Basis.Enforced), new Source(SourceKind.Property, step.Timeout.Path, _plan!.Node.Urn))
        : Derivation.Leaf(step.Id, Figure.Typically(0),
            new Source(SourceKind.Definition, "no source states how long such a step takes, and it has no timeout"));

    private static bool Names(PlanStep step, Store store) =>
        store.Members.Any(step.Promotes) || (step.IsDatabaseUnknown && store.NeedsPromotion);

    private Derivation Detect()
    {
        if (_scene.Promise.Decide is { Within: null } && UntilArmed is null
            && Triggered([.. _scene.Detectors.Surviving(_scene.Workload, _scene.Lost)]) is { } triggered)
        {
            return triggered;
        }

        var surviving = _scene.Detectors.Surviving(_scene.Workload, _scene.Lost, byPeople: true).ToArray();

        var people = _scene.Estimates.Duration(
            surviving.Length > 0 ? "people notice it before an alarm"
                : _scene.Detectors.Unheard(_scene.Workload, _scene.Lost) is { } unheard ? $"people notice it: {unheard.Text}"
                : "people notice it: no alarm of the workload survives the loss of the Region",
            "detect-by-people",
            _scene.Workload);
        if (surviving.Length == 0)
        {
            return people;
        }

        var signal = Derivation.Min("the fastest alarm that survives", [.. surviving.Select(signal => signal.Rings)]);
        return people.Figure.Worst < signal.Figure.Worst ? Derivation.Min("the fastest alarm that survives, or people", [signal, people]) : signal;
    }

    // All conditions of a trigger must be red.
    private Derivation? Triggered(IReadOnlyList<(Node Alarm, Derivation Rings)> surviving)
    {
        foreach (var trigger in _plan?.TriggersFor(_scene.Target) ?? [])
        {
            var rings = _plan!.RedAlarms(_scene.Estate, trigger).Where(alarm => alarm is null || !DetectorIndex.IsRedWhileFollowing(alarm, _scene.Lost))
                .Select(alarm => surviving.FirstOrDefault(signal => signal.Alarm == alarm).Rings).ToArray();
            if (rings.Length > 0 && rings.All(derivation => derivation is not null))
            {
                return Derivation.Max("the trigger's alarms are in ALARM", [.. rings.OfType<Derivation>(), .. Doubted(trigger)]);
            }
        }

        return null;
    }

    // The service may take such an alarm, or never look at it.
    private IEnumerable<Derivation> Doubted(Prop trigger)
    {
        if (FailoverPlan.Doubt(_scene.Estate, _plan!.Node, trigger) is { } doubt)
        {
            yield return _scene.Estimates.AssumptionOf(ThirdRegion, _scene.Workload, null) is { } assumption
                ? Derivation.Leaf(
                    "the trigger evaluates alarms in a third Region", Figure.Exactly(0, Basis.Assumption), new Source(SourceKind.Assumption, assumption.Id))
                : UnknownReason.Leaf($"{doubt.Text}; set the assumption in recovery.yaml once a drill has shown it: {ThirdRegion}", doubt);
        }
    }

    // How long people may take while no trigger is armed; null where they do not decide.
    private TimeSpan? UntilArmed => _scene.Promise is { Decide.Within: null, IsArmed: not true, DecideUntilArmed: { } within }
        && _plan?.TriggersUnknown != true && _plan?.TriggersFor(_scene.Target).Any() != true ? within : null;

    private Derivation Decide()
    {
        switch (_scene.Promise.Decide)
        {
            case null:
                return Derivation.Never("decision", "no manifest and no objective states who decides");
            case { Within: { } within }:
                return By(within, "decide");
            case { } when UntilArmed is { } within:
                return By(within, "decideUntilArmed");
        }

        return Triggered([.. _scene.Detectors.Surviving(_scene.Workload, _scene.Lost)]) is not null
                ? Derivation.Nothing("a trigger decides", $"plan {_plan!.Node.Name}")
            : _plan is { TriggersUnknown: true } ? UnknownReason.Leaf("decision", Reason.Unknown(_plan.Node, "triggers"))
            : _scene.Promise.IsArmed == false && _plan?.TriggersFor(_scene.Target).Any() != true
                ? Derivation.Never("decision", "automatic failover is not armed, and nothing states how long people may take to decide: decideUntilArmed")
            : Derivation.Never("decision", "it should be automatic, but no trigger uses an alarm that survives the loss of the Region");

        Derivation By(TimeSpan within, string property) => Derivation.Leaf(
            "decision", Figure.Exactly(within.TotalSeconds, Basis.Enforced), new Source(SourceKind.Promise, property, _scene.ManifestUrn));
    }

    // Two stores may have one name, in two stacks.
    private string Numbered(string id) =>
        _steps.Count(step => step.Id.StartsWith(id, StringComparison.Ordinal)) is > 0 and var number ? $"{id} ({number + 1})" : id;

    private void Add(string id, Derivation duration, params IReadOnlyList<string> after) => _steps.Add(new RecoveryStep(id, duration, after));
}
