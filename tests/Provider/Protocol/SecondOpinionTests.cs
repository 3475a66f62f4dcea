using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider.Protocol;

/// <summary>The state machines of <c>drctl verify</c> against spin: the same states, and the same verdicts.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private static readonly SwitchActions Work = SwitchActions.Promote | SwitchActions.Raise;

    private readonly Spin _spin = new();

    public static TheoryData<string> Small => [.. SmallMachines.Keys];

    public static TheoryData<string> Judged => [.. JudgedMachines.Keys];

    private static Dictionary<string, Machine> SmallMachines => new()
    {
        ["a lease"] = new PermissionMachine(new PermissionSettings { TakesAfterTicks = 1 }),
        ["a lease and one follower"] = new PermissionMachine(new PermissionSettings { TakesAfterTicks = 3, Followers = 2 }),
        ["a lease without gate and watcher"] = new PermissionMachine(new PermissionSettings { Gaps = PermissionGaps.NoGate | PermissionGaps.NoWatch }),
        ["a plan with one fault"] = new SwitchMachine(Plan(2) with { Faults = 1 }),
        ["a plan in a wrong order, by health"] = new SwitchMachine(
            Plan(1, SwitchGaps.TrafficByHealth | SwitchGaps.Unbounded | SwitchGaps.PodsFollow) with
            {
                Stages = [SwitchActions.Beacon, SwitchActions.Promote], Faults = 2,
            }),
    };

    private static Dictionary<string, Machine> JudgedMachines => new()
    {
        ["the lease"] = new PermissionMachine(new PermissionSettings()),
        ["taken too soon"] = new PermissionMachine(new PermissionSettings { TakesAfterTicks = 3 }),
        ["no lease"] = Gap(PermissionGaps.NoLease),
        ["no watcher"] = Gap(PermissionGaps.NoWatch),
        ["no gate"] = Gap(PermissionGaps.NoGate),
        ["nothing follows"] = Gap(PermissionGaps.Free),
        ["no beacon"] = Gap(PermissionGaps.NoBeacon),
        ["one follower"] = new PermissionMachine(new PermissionSettings { Followers = 1 }),
        ["the plan"] = new SwitchMachine(Plan(2)),
        ["people only"] = new SwitchMachine(Plan(0)),
        ["people only, and a switchover"] = new SwitchMachine(Plan(0, SwitchGaps.Switchover)),
        ["one alarm"] = new SwitchMachine(Plan(1)),
        ["nobody"] = new SwitchMachine(Plan(0, SwitchGaps.Nobody)),
        ["no store, traffic by health"] = new SwitchMachine(Plan(0, SwitchGaps.Storeless | SwitchGaps.TrafficByHealth) with
        {
            Stages = [SwitchActions.Raise, SwitchActions.Beacon],
        }),
        ["jobs, no store, traffic by health"] = new SwitchMachine(Plan(0, SwitchGaps.Storeless | SwitchGaps.TrafficByHealth | SwitchGaps.Jobs) with
        {
            Stages = [SwitchActions.Raise, SwitchActions.Beacon],
        }),
        ["jobs whose beacon stays"] = new SwitchMachine(Plan(0, SwitchGaps.Storeless | SwitchGaps.TrafficByHealth | SwitchGaps.Jobs) with
        {
            Stages = [SwitchActions.Raise],
        }),
        ["jobs and a database"] = new SwitchMachine(Plan(2, SwitchGaps.Jobs)),
        ["traffic first"] = new SwitchMachine(Plan(2) with { Stages = [SwitchActions.Traffic, Work, SwitchActions.Beacon] }),
        ["beacon first"] = new SwitchMachine(Plan(2) with { Stages = [SwitchActions.Beacon, Work, SwitchActions.Traffic] }),
        ["no traffic"] = new SwitchMachine(Plan(2) with { Stages = [Work, SwitchActions.Beacon] }),
        ["two writers"] = new SwitchMachine(Plan(2, SwitchGaps.TwoWriters | SwitchGaps.Unbounded)),
        ["unbounded"] = new SwitchMachine(Plan(2, SwitchGaps.Unbounded)),
        ["traffic by health"] = new SwitchMachine(Plan(2, SwitchGaps.TrafficByHealth)),
        ["beacon by health"] = new SwitchMachine(Plan(2, SwitchGaps.BeaconByHealth)),
        ["crossed"] = new SwitchMachine(Plan(2, SwitchGaps.Crossed)),
        ["jobs raised"] = new SwitchMachine(Plan(2, SwitchGaps.RaisesJobs)),
        ["pods follow"] = new SwitchMachine(Plan(2, SwitchGaps.PodsFollow)),
    };

    public void Dispose() => _spin.Dispose();

    [ProviderTheory(Need.Spin)]
    [MemberData(nameof(Small))]
    public async Task OfASmallModel_TheStatesAreThoseOfSpin(string name)
    {
        var machine = SmallMachines[name];

        var own = Exploration.OfAll(machine).States
            .Select(state => string.Join(' ', machine.Cells.Select(cell => cell.Of(state)))).ToHashSet();
        var theirs = await _spin.StatesAsync(machine.Model, machine.Definitions, [.. machine.Cells.Select(cell => cell.Name)]);

        Assert.True(own.Count > 1000, $"{own.Count} states are too few to compare");
        Assert.Empty(own.Except(theirs).Take(3));
        Assert.Empty(theirs.Except(own).Take(3));
    }

    [ProviderTheory(Need.Spin)]
    [MemberData(nameof(Judged))]
    public async Task OfAProtocol_TheVerdictIsThatOfSpin(string name)
    {
        var machine = JudgedMachines[name];
        var own = Exploration.Of(machine);

        Assert.True(own.IsComplete);
        var safe = await _spin.SafetyAsync(machine.Model, machine.Definitions);
        Assert.Equal(own.Violated is not (Invariant.None or Invariant.OneRegionServes), safe.Contains("assertion violated", StringComparison.Ordinal));
        if (own.Violated is Invariant.None or Invariant.OneRegionServes)
        {
            var ends = await _spin.LivenessAsync(machine.Model, machine.Definitions);
            Assert.Equal(own.Violated == Invariant.OneRegionServes, ends.Contains("acceptance cycle", StringComparison.Ordinal));
        }
    }

    private static PermissionMachine Gap(PermissionGaps gap) => new(new PermissionSettings { Gaps = gap });

    private static SwitchSettings Plan(int vantages, SwitchGaps gaps = SwitchGaps.None) => new()
    {
        Stages = [Work, SwitchActions.Beacon, SwitchActions.Traffic],
        Vantages = vantages,
        Gaps = gaps,
    };
}
