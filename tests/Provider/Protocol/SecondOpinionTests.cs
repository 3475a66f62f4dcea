using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Provider.Tools;
using DrInfra.Tests.Stacks;
using DrInfra.Tests.Stacks.Verification;

namespace DrInfra.Tests.Provider.Protocol;

/// <summary>The state machines of <c>drctl verify</c> against spin: the same states, and the same verdicts.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private readonly Spin _spin = new();

    public static TheoryData<string> Small => [.. SmallMachines.Keys];

    private static Dictionary<string, Machine> SmallMachines => new()
    {
        ["a lease"] = new PermissionMachine(new PermissionSettings { TakesAfterTicks = 1 }),
        ["a lease and one follower"] = new PermissionMachine(new PermissionSettings { TakesAfterTicks = 3, Followers = 2 }),
        ["a lease without gate and watcher"] = new PermissionMachine(new PermissionSettings { Gaps = PermissionGaps.NoGate | PermissionGaps.NoWatch }),
        ["a plan with one fault"] = new SwitchMachine(new SwitchSettings
        {
            Stages = [SwitchActions.Promote | SwitchActions.Raise, SwitchActions.Beacon, SwitchActions.Traffic],
            Vantages = 2,
            Gaps = SwitchGaps.Jobs,
            Faults = 1,
        }),
        ["a plan in a wrong order, by health"] = new SwitchMachine(new SwitchSettings
        {
            Stages = [SwitchActions.Beacon, SwitchActions.Promote],
            Vantages = 1,
            Gaps = SwitchGaps.TrafficByHealth | SwitchGaps.Unbounded | SwitchGaps.PodsFollow,
            Faults = 2,
        }),
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

    [ProviderFact(Need.Spin)]
    public async Task OfTheShippedPair_WholeAndBroken_TheVerdictsAreThoseOfSpin()
    {
        var project = ProjectFolder.Open(Repository.Shipped);
        var dev = (await StackPreview.RunAsync(project.Read("dev").Configuration)).Graph;
        var dr = (await StackPreview.RunAsync(project.Read("dr").Configuration)).Graph;
        (ResourceGraph Dev, ResourceGraph Dr)[] pairs = [(dev, dr), .. Breakages.All.Values.Select(breakage => breakage.Apply(dev, dr))];
        var machines = pairs.SelectMany(pair => Machines(pair.Dev, pair.Dr)).DistinctBy(machine => string.Join(' ', machine.Definitions)).ToArray();

        Assert.True(machines.Count(machine => machine.Violated == Invariant.None) >= 3);
        Assert.True(machines.Count(machine => machine.Violated != Invariant.None) >= 15);
        foreach (var machine in machines)
        {
            Assert.Equal((machine, machine.Violated), (machine, await OpinionAsync(machine)));
        }
    }

    private static IEnumerable<VerifiedMachine> Machines(ResourceGraph dev, ResourceGraph dr) =>
        from assessment in StackCheck.Assess(Estate.Of([dev, dr], AwsNames.Instance), ShippedVerdicts.Settings, ShippedVerdicts.AsOf)
        from workload in assessment.Workloads
        from machine in workload.Verify(SwitchSettings.DefaultFaults).Machines
        select machine;

    // Which of several assertions spin comes upon first, the depth of its search decides: that it comes upon one is its verdict.
    private async Task<Invariant> OpinionAsync(VerifiedMachine machine)
    {
        if ((await _spin.SafetyAsync(machine.Model, machine.Definitions)).Contains("assertion violated", StringComparison.Ordinal))
        {
            return machine.Violated is Invariant.None or Invariant.OneRegionServes ? Invariant.OneRegionPermits : machine.Violated;
        }

        return (await _spin.LivenessAsync(machine.Model, machine.Definitions)).Contains("acceptance cycle", StringComparison.Ordinal)
            ? Invariant.OneRegionServes
            : Invariant.None;
    }
}
