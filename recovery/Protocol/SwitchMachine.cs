namespace DrInfra.Recovery.Protocol;

/// <summary>A failover plan, and what starts it: plan.pml in docs/protocol, which explains each step.</summary>
public sealed class SwitchMachine : Machine
{
    private const int Stages = 3;
    private const int Bound = 1;
    private const int Whims = 2;

    // The gaps as the Promela model calls them.
    private static readonly (SwitchGaps Gap, string Name)[] Named =
    [
        (SwitchGaps.Storeless, "STORELESS"), (SwitchGaps.TwoWriters, "TWO_WRITERS"), (SwitchGaps.Unbounded, "UNBOUNDED"),
        (SwitchGaps.Switchover, "SWITCHOVER"), (SwitchGaps.Nobody, "NOBODY"), (SwitchGaps.TrafficByHealth, "TRAFFIC_BY_HEALTH"),
        (SwitchGaps.BeaconByHealth, "BEACON_BY_HEALTH"), (SwitchGaps.Crossed, "CROSSED"), (SwitchGaps.RaisesJobs, "RAISES_JOBS"),
        (SwitchGaps.Jobs, "JOBS"), (SwitchGaps.PodsFollow, "PODS_FOLLOW"),
    ];

    private readonly SwitchSettings _settings;
    private readonly int[] _stages;
    private readonly Cell[] _dead;
    private readonly Cell[] _cut;
    private readonly Cell[] _promoted;
    private readonly Cell _writer;
    private readonly Cell _beacon;
    private readonly Cell _traffic;
    private readonly Cell[] _behind;
    private readonly Cell _lost;
    private readonly Cell _stage;
    private readonly Cell _left;
    private readonly Cell _to;
    private readonly Cell _faults;
    private readonly Cell _lies;
    private readonly Cell _orders;
    private readonly Cell _outage;
    private readonly Cell[] _rings;
    private readonly Cell[] _pods;

    /// <summary>The machine of a workload.</summary>
    public SwitchMachine(SwitchSettings settings)
    {
        _settings = settings;
        _stages = [.. settings.Stages.Select(stage => (int)stage), .. Enumerable.Repeat(0, Stages - settings.Stages.Count)];
        _dead = AddBoth("dead");
        _cut = AddBoth("cut");
        _promoted = AddBoth("promoted");
        _writer = Add("writer");
        _beacon = Add("beacon");
        _traffic = Add("traffic");
        _behind = AddBoth("behind", Writes);
        _lost = Add("lost", Writes);
        _stage = Add("stage[0]", Stages);
        _left = Add("left[0]", (int)(SwitchActions.Promote | SwitchActions.Raise | SwitchActions.Beacon | SwitchActions.Traffic));
        _to = Add("to[0]");
        _faults = Add("faults", Math.Max(1, settings.Faults));
        _lies = Add("lies", Math.Max(1, settings.Faults));
        _orders = Add("orders", Whims);
        _outage = Add("outage");
        _rings = AddBoth("rings");
        _pods = Has(SwitchGaps.PodsFollow) ? AddBoth("pods") : [];
        Initial = _promoted[1].With(_promoted[0].With(_orders.With(0, Whims), true), Both);
        Initial = _pods.Length > 0 ? _pods[0].With(Initial, true) : Initial;
        AddFaults();
        AddDatabase();
        AddAlarms();
        AddStarts();
        AddPlan();
        AddFollowers();
    }

    /// <inheritdoc />
    public override string Model => "plan.pml";

    /// <inheritdoc />
    public override IReadOnlyList<string> Definitions =>
    [
        $"FIRST={_stages[0]}",
        $"THEN={_stages[1]}",
        $"LAST={_stages[2]}",
        $"VANTAGES={_settings.Vantages}",
        $"FAULTS={_settings.Faults}",
        .. Named.Where(gap => Has(gap.Gap)).Select(gap => gap.Name),
    ];

    private bool Both => Has(SwitchGaps.Storeless) || Has(SwitchGaps.TwoWriters);

    private int Writes => Has(SwitchGaps.Unbounded) ? Bound + 1 : Bound;

    /// <inheritdoc />
    public override Invariant Violated(ulong state) => _lost.Of(state) > Bound ? Invariant.LossIsBounded : Invariant.None;

    /// <inheritdoc />
    public override bool MustServe(ulong state) => true;

    /// <inheritdoc />
    public override bool Serves(ulong state) =>
        Serves(state, _traffic.Of(state)) && (!Has(SwitchGaps.Jobs) || Serves(state, _beacon.Of(state)));

    private bool Has(SwitchGaps gap) => (_settings.Gaps & gap) != 0;

    private bool Reaches(ulong state, int region) => !_dead[region].Is(state) && !_cut[region].Is(state);

    private bool Serves(ulong state, int region) => !_dead[region].Is(state) && _promoted[region].Is(state);

    private Invariant PromotedAt(ulong state, Cell name) =>
        _promoted[name.Of(state)].Is(state) ? Invariant.None : Invariant.TrafficFollowsPromotion;

    private Invariant Arrives(ulong state) =>
        _pods.Length > 0 && !_pods[_traffic.Of(state)].Is(state) ? Invariant.TrafficFollowsPods : PromotedAt(state, _traffic);

    private bool Wrongly(ulong state) => !_outage.Is(state) && _lies.Of(state) <= 1;

    // Region comes back, or hears that the other one was promoted: what the other one lacks is lost.
    private ulong Rejoin(ulong state, int region) => _writer.Of(state) != region && _promoted[region].Is(state) && !Both
        ? _behind[region].With(_lost.With(_promoted[region].With(state, false), _behind[region].Of(state)), 0)
        : state;

    private void AddFaults()
    {
        bool More(ulong state) => _faults.Of(state) < _settings.Faults;
        ulong Fault(ulong state) => _faults.With(state, _faults.Of(state) + 1);
        foreach (var region in new[] { 0, 1 })
        {
            Add(
                ActKind.Lost, region,
                state => More(state) && !_dead[Other(region)].Is(state) && !_dead[region].Is(state),
                state => _outage.With(_dead[region].With(Fault(state), true), true));
            Add(
                ActKind.CutOff, region,
                state => More(state) && !_cut[region].Is(state),
                state => _outage.With(_cut[region].With(Fault(state), true), true));
            Add(
                ActKind.AlarmLies, region,
                state => More(state) && !_rings[region].Is(state),
                state => _lies.With(_rings[region].With(Fault(state), true), _lies.Of(state) + 1));
        }
    }

    private void AddDatabase()
    {
        foreach (var region in new[] { 0, 1 })
        {
            // What is cut off comes back by itself, so this is no fault here.
            Add(ActKind.Rejoins, region, _cut[region].Is, state => Rejoin(_cut[region].With(state, false), region));
            if (!Has(SwitchGaps.Storeless))
            {
                Add(
                    ActKind.Writes, region,
                    state => Serves(state, region) && _behind[region].Of(state) < Writes,
                    state => _behind[region].With(state, _behind[region].Of(state) + 1));
            }

            if (!Both)
            {
                Add(
                    ActKind.Replicates, region,
                    state => _writer.Of(state) == region && Reaches(state, 0) && Reaches(state, 1) && _behind[region].Is(state),
                    state => _behind[region].With(state, 0));
            }
        }
    }

    private void AddAlarms()
    {
        Add(
            ActKind.AlarmRings, 0,
            state => !Reaches(state, _beacon.Of(state)) && Reaches(state, Other(_beacon.Of(state))) && !_rings[0].Is(state),
            state => _rings[0].With(state, true));
        Add(ActKind.AlarmRings, 1, state => !Reaches(state, _beacon.Of(state)) && !_rings[1].Is(state), state => _rings[1].With(state, true));
        if (Has(SwitchGaps.TrafficByHealth))
        {
            Add(
                ActKind.HealthMovesTraffic, 0,
                state => !Reaches(state, _traffic.Of(state)) && Reaches(state, Other(_traffic.Of(state))),
                state => _traffic.With(state, Other(_traffic.Of(state))),
                Arrives);
        }

        if (Has(SwitchGaps.BeaconByHealth))
        {
            Add(
                ActKind.HealthMovesBeacon, 0,
                _rings[0].Is,
                state => _beacon.With(_rings[0].With(state, false), Other(_beacon.Of(state))),
                state => Wrongly(state) ? Invariant.OneSignalMovesNothing : PromotedAt(state, _beacon));
        }
    }

    private void AddStarts()
    {
        bool Idle(ulong state) => !_stage.Is(state);
        ulong Start(ulong state, int region) => _to.With(_left.With(_stage.With(state, 1), _stages[0]), region);
        foreach (var region in new[] { 0, 1 }.Where(_ => !Has(SwitchGaps.Nobody)))
        {
            Add(
                ActKind.OrdersWithoutNeed, region,
                state => Idle(state) && _orders.Is(state) && _beacon.Of(state) != region,
                state => Start(_orders.With(state, _orders.Of(state) - 1), region));
            Add(
                ActKind.Orders, region,
                state => Idle(state) && !Serves(state) && Reaches(state, region),
                state => Start(state, region));
        }

        foreach (var region in new[] { 0, 1 }.Where(_ => _settings.Vantages > 0))
        {
            Add(
                ActKind.Triggers, region,
                state => Idle(state) && _beacon.Of(state) != region && _rings[0].Is(state) && (_settings.Vantages == 1 || _rings[1].Is(state)),
                state => Start(_rings[1].With(_rings[0].With(state, false), false), region),
                state => Wrongly(state) ? Invariant.OneSignalMovesNothing : Invariant.None);
        }
    }

    private void AddPlan()
    {
        const int Prepares = (int)(SwitchActions.Promote | SwitchActions.Raise);
        bool Left(ulong state, SwitchActions action) => _stage.Is(state) && (_left.Of(state) & (int)action) != 0;
        ulong Done(ulong state, SwitchActions action) => _left.With(state, _left.Of(state) & ~(int)action);
        ulong Stop(ulong state) => _left.With(_stage.With(state, 0), 0);
        foreach (var region in new[] { 0, 1 })
        {
            var other = Other(region);
            bool To(ulong state) => _to.Of(state) == region;
            Add(
                ActKind.Promotes, region,
                state => To(state) && Left(state, SwitchActions.Promote) && Reaches(state, region) && (!Has(SwitchGaps.Switchover) || Reaches(state, other)),
                state =>
                {
                    state = _writer.With(_promoted[region].With(Done(state, SwitchActions.Promote), true), region);
                    return Reaches(state, other) ? Rejoin(state, other) : state;
                });
            Add(
                ActKind.Fails, region,
                state => To(state) && _stage.Is(state) && (_left.Of(state) & Prepares) != 0 && (!Reaches(state, region)
                    || (Left(state, SwitchActions.Promote) && Has(SwitchGaps.Switchover) && !Reaches(state, other))
                    || (Left(state, SwitchActions.Raise) && Has(SwitchGaps.RaisesJobs) && _beacon.Of(state) != region)),
                Stop);
            Add(
                ActKind.Raises, region,
                state => To(state) && Left(state, SwitchActions.Raise) && Reaches(state, region)
                    && (!Has(SwitchGaps.RaisesJobs) || _beacon.Of(state) == region),
                state => Done(state, SwitchActions.Raise));
            Add(
                ActKind.MovesBeacon, region,
                state => To(state) && Left(state, SwitchActions.Beacon),
                state => _beacon.With(Done(state, SwitchActions.Beacon), Has(SwitchGaps.Crossed) ? other : region),
                state => PromotedAt(state, _beacon));
            Add(
                ActKind.MovesTraffic, region,
                state => To(state) && Left(state, SwitchActions.Traffic),
                state =>
                {
                    state = _traffic.With(Done(state, SwitchActions.Traffic), region);
                    return Has(SwitchGaps.TwoWriters) ? _lost.With(state, _behind[other].Of(state)) : state;
                },
                Arrives);
        }

        Add(
            ActKind.GoesOn, 0,
            state => _stage.Is(state) && !_left.Is(state),
            state => _stage.Of(state) is var stage && stage < Stages ? _left.With(_stage.With(state, stage + 1), _stages[stage]) : _stage.With(state, 0));
    }

    private void AddFollowers()
    {
        foreach (var region in new[] { 0, 1 }.Where(_ => _pods.Length > 0))
        {
            Add(
                ActKind.StartsPods, region,
                state => _beacon.Of(state) == region && !_pods[0].Is(state) && !_pods[1].Is(state),
                state => _pods[region].With(state, true));
            Add(
                ActKind.SuspendsPods, region,
                state => _beacon.Of(state) != region && _pods[region].Is(state),
                state => _pods[region].With(state, false));
        }
    }
}
