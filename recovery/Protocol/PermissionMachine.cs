namespace DrInfra.Recovery.Protocol;

/// <summary>Followers, gates and the lease: lease.pml in docs/protocol, which explains each step.</summary>
public sealed class PermissionMachine : Machine
{
    /// <summary>The Promela model that is the same.</summary>
    public const string ModelName = "lease.pml";

    private const int Lasts = PermissionSettings.LastsTicks;

    // The gaps as the Promela model calls them.
    private static readonly (PermissionGaps Gap, string Name)[] Named =
    [
        (PermissionGaps.NoLease, "LEASELESS"), (PermissionGaps.NoWatch, "UNWATCHED"), (PermissionGaps.NoGate, "UNGATED"), (PermissionGaps.Free, "FREE"),
        (PermissionGaps.NoBeacon, "MUTE"),
    ];

    private readonly PermissionSettings _settings;
    private readonly Cell _holder;
    private readonly Cell[] _changed;
    private readonly Cell[] _dead;
    private readonly Cell[] _cut;
    private readonly Cell[] _meant;
    private readonly Cell[] _age;
    private readonly Cell[] _still;
    private readonly Cell[] _asked;
    private readonly Cell[] _landed;
    private readonly Cell[] _missed;

    /// <summary>The machine of a workload.</summary>
    public PermissionMachine(PermissionSettings settings)
    {
        _settings = settings;
        _holder = Add("holder");
        _changed = AddBoth("changed");
        _dead = AddBoth("dead");
        _cut = AddBoth("cut");
        _meant = AddBoth("meant");
        _age = AddBoth("age", Lasts);
        _still = AddBoth("still", settings.TakesAfterTicks);
        _asked = AddBoth("asked", Lasts + 1);
        _landed = AddBoth("landed");
        _missed = AddBoth("missed");
        Initial = _age[1].With(_age[0].With(0, Lasts), Lasts);
        AddWorld();
        AddClock();
        foreach (var region in new[] { 0, 1 }.Where(region => (settings.Followers >> region & 1) == 1))
        {
            AddFollower(region);
        }
    }

    /// <inheritdoc />
    public override string Model => ModelName;

    /// <inheritdoc />
    public override IReadOnlyList<string> Definitions =>
    [
        $"TAKE={_settings.TakesAfterTicks}",
        $"FOLLOWERS={_settings.Followers}",
        .. Named.Where(gap => Has(gap.Gap)).Select(gap => gap.Name),
    ];

    /// <inheritdoc />
    public override Invariant Violated(ulong state) => Permits(state, 0) && Permits(state, 1) ? Invariant.OneRegionPermits : Invariant.None;

    /// <inheritdoc />
    public override bool MustServe(ulong state) => Ends(state, 0) || Ends(state, 1);

    /// <inheritdoc />
    public override bool Serves(ulong state) => Permits(state, 0) || Permits(state, 1);

    private bool Has(PermissionGaps gap) => (_settings.Gaps & gap) != 0;

    private bool Permits(ulong state, int region) => !_dead[region].Is(state) && (Has(PermissionGaps.Free) || _age[region].Of(state) < Lasts);

    private bool Reaches(ulong state, int region) => !_dead[region].Is(state) && !_cut[region].Is(state);

    // The beacon names a Region that lives, and says so everywhere; without a beacon nobody ever hears of it.
    private bool Ends(ulong state, int region) =>
        Reaches(state, region) && !_meant[Other(region)].Is(state) && _meant[region].Is(state) != Has(PermissionGaps.NoBeacon);

    private void AddWorld()
    {
        foreach (var region in new[] { 0, 1 })
        {
            var other = Other(region);
            Add(ActKind.Lost, region, state => !_dead[other].Is(state), state => _dead[region].With(state, true));
            Add(ActKind.CutOff, region, state => !_cut[region].Is(state), state => _cut[region].With(state, true));
            Add(ActKind.Rejoined, region, _cut[region].Is, state => _cut[region].With(state, false));
            Add(ActKind.Meant, region, state => !_meant[region].Is(state), state => _meant[region].With(state, true));
            Add(ActKind.NotMeant, region, _meant[region].Is, state => _meant[region].With(state, false));
        }
    }

    private void AddClock()
    {
        Add(ActKind.Tick, 0, static _ => true, state => Older(Older(state, 0), 1));
        foreach (var region in new[] { 0, 1 })
        {
            Add(
                ActKind.ClockLosesTick, region,
                state => !_missed[region].Is(state) && (_age[region].Of(state) < Lasts || _asked[region].Is(state)),
                state => Older(_missed[region].With(state, true), Other(region)));
        }
    }

    private ulong Older(ulong state, int region)
    {
        var (age, still, asked) = (_age[region].Of(state), _still[region].Of(state), _asked[region].Of(state));
        state = age < Lasts && !Has(PermissionGaps.NoWatch) ? _age[region].With(state, age + 1) : state;
        state = _holder.Of(state) != region && still < _settings.TakesAfterTicks ? _still[region].With(state, still + 1) : state;
        return asked > 0 && asked <= Lasts ? _asked[region].With(state, asked + 1) : state;
    }

    private void AddFollower(int region)
    {
        var (other, changed, asked, landed, age) = (Other(region), _changed[region], _asked[region], _landed[region], _age[region]);
        bool Lives(ulong state) => !_dead[region].Is(state);
        bool IsMeant(ulong state) => Lives(state) && _meant[region].Is(state);
        Add(ActKind.Suspends, region, state => Lives(state) && !_meant[region].Is(state) && age.Of(state) < Lasts, state => age.With(state, Lasts));
        Add(
            ActKind.SeesChange, region,
            state => Reaches(state, region) && _holder.Of(state) != region && changed.Is(state) && !asked.Is(state),
            state => _still[region].With(changed.With(state, false), 0));
        if (Has(PermissionGaps.NoGate))
        {
            Add(ActKind.PodStarts, region, state => IsMeant(state) && age.Of(state) == Lasts, state => age.With(state, Lasts - 1));
        }

        if (Has(PermissionGaps.NoLease))
        {
            Add(ActKind.StartsJobs, region, state => IsMeant(state) && age.Is(state), state => age.With(state, 0));
            return;
        }

        Add(
            ActKind.Asks, region,
            state => IsMeant(state) && !asked.Is(state) && age.Is(state)
                && (_holder.Of(state) == region || (!changed.Is(state) && _still[region].Of(state) >= _settings.TakesAfterTicks)),
            state => asked.With(state, 1));
        Add(
            ActKind.Holds, region,
            state => Reaches(state, region) && asked.Is(state) && !landed.Is(state) && !changed.Is(state),
            state => landed.With(_changed[other].With(_holder.With(state, region), true), true));
        Add(
            ActKind.Permits, region,
            state => Lives(state) && landed.Is(state),
            state => _missed[region].With(landed.With(asked.With(age.With(state, Math.Min(asked.Of(state) - 1, Lasts)), 0), false), false));
        Add(
            ActKind.GivesUp, region,
            state => Lives(state) && asked.Is(state) && !landed.Is(state) && (asked.Of(state) > Lasts || changed.Is(state)),
            state => asked.With(state, 0));
        Add(
            ActKind.SeesChange, region,
            state => Lives(state) && _holder.Of(state) == region && changed.Is(state) && !asked.Is(state),
            state => changed.With(state, false));
    }
}
