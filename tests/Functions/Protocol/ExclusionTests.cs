using DrInfra.Recovery.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Functions.Protocol;

/// <summary>The machine itself, driven through schedules of which no real service would think; docs/protocol/lease.pml has the same claim.</summary>
[Collection(nameof(Alone))]
public class ExclusionTests
{
    // Just less than what the shipped times allow.
    private static readonly double Fast = (LeaseProtocol.TakesAfter / LeaseProtocol.Lasts) - 0.01;

    private static readonly (int Weight, Deed Deed)[] Deeds =
    [
        (2, Deed.MeansThis), (1, Deed.MeansOther), (1, Deed.MeansUnknown),
        (2, Deed.ReadBegins), (2, Deed.ReadIsCarriedOut), (2, Deed.ReadEnds),
        (4, Deed.WriteBegins), (3, Deed.WriteIsCarriedOut), (3, Deed.WriteIsAnswered), (1, Deed.WriteIsGivenUp),
        (2, Deed.GateBegins), (2, Deed.GateIsCarriedOut), (2, Deed.GateEnds),
        (1, Deed.FollowerFreezes), (2, Deed.FollowerThaws), (6, Deed.Look), (3, Deed.Renew), (3, Deed.GateLook),
    ];

    private static readonly Gen<Step> Steps =
        from region in Gen.Choose(0, 1)
        from deed in Gen.Frequency([.. Deeds.Select(deed => (deed.Weight, Gen.Constant(deed.Deed)))])
        from after in Gen.Frequency((6, Gen.Constant(0)), (4, Gen.Choose(1, 4000)), (1, Gen.Choose(10_000, 32_000)))
        select new Step(region, deed, after);

    private static readonly Arbitrary<Schedule> Schedules =
        (from fast in Gen.Choose(0, 2)
         from steps in Steps.ListOf(150)
         select new Schedule(fast == 0 ? Fast : 1, fast == 1 ? Fast : 1, [.. steps])).ToArbitrary();

    [Fact]
    public void AnySchedule_NeverTwoPermissions() => Check(Guard.None, 5_000);

    [Theory]
    [InlineData(Guard.Margin)]
    [InlineData(Guard.Condition)]
    [InlineData(Guard.Start)]
    [InlineData(Guard.OlderRead)]
    public void GuardIsMissing_ScheduleWithTwoPermissionsIsFound(Guard guard) =>
        Assert.Contains("both permit after step", Assert.ThrowsAny<Exception>(() => Check(guard, 20_000)).ToString(), StringComparison.Ordinal);

    // Else nothing would be claimed: permissions pass from one Region to the other in many of the schedules.
    [Fact]
    public void Schedules_LetBothRegionsPermit() =>
        Assert.InRange(Schedules.Generator.Sample(1000, 1000).Count(schedule => schedule.Play(Guard.None).All(region => region.HasPermitted)), 50, 1000);

    private static void Check(Guard missing, int schedules) => Prop
        .ForAll(Schedules, schedule => schedule.Play(missing).Length > 0)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(schedules).WithReplay(20_261_130UL, 7UL));
}
