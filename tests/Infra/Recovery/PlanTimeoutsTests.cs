using DrInfra.Infra.Operations;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Routing;
using DrInfra.Recovery;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Recovery;

public class PlanTimeoutsTests
{
    private static readonly PlanShape Everything = new(Work: true, Routing: true, Endpoint: true);

    [Fact]
    public void MissionCritical_HasWhatDetectionAndClientsLeaveOfItsRto()
    {
        // 30 minutes less 5 until the canary's alarm, 5 for people while nothing is armed, 30 s until a check counts, 60 s of TTL and 2 minutes to
        // reconnect.
        Assert.Equal(new PlanTimeouts(11, 5), PlanTimeouts.For(Tier("mission-critical"), Everything));
        Assert.Equal(new PlanTimeouts(16, 5), PlanTimeouts.For(Tier("mission-critical") with { DecideUntilArmed = null }, Everything));
    }

    [Fact]
    public void Decision_IsOverBeforeThePlanBegins() => Assert.Equal(
        new PlanTimeouts(31, 5), PlanTimeouts.For(Tier("business-critical"), Everything));

    [Fact]
    public void LongRto_IsNoReasonToWaitForAStuckStep() => Assert.Equal(
        new PlanTimeouts(60, 0), PlanTimeouts.For(Tier("business-operational"), new PlanShape(true, false, false)));

    [Fact]
    public void TierWithoutRto_HasTheLongestTimeouts() => Assert.Equal(
        new PlanTimeouts(60, 5), PlanTimeouts.For(WithRto(null), Everything));

    // With 8.5 minutes around the plan, two steps of a minute just fit 10.5, and do not fit a second less.
    [Theory]
    [InlineData(630, true)]
    [InlineData(629, false)]
    public void Rto_FitsAtTheLeastAndNotBelow(int seconds, bool fits)
    {
        var tier = WithRto(TimeSpan.FromSeconds(seconds));

        Assert.Equal(fits, PlanTimeouts.Misfit(tier, Everything) is null);
        if (fits)
        {
            Assert.Equal(new PlanTimeouts(1, 1), PlanTimeouts.For(tier, Everything));
        }
        else
        {
            var message = Assert.Throws<ArgumentException>(() => PlanTimeouts.For(tier, Everything)).Message;
            Assert.Contains(
                "tier trial: an RTO of 10m29s for loss of the Region leaves 1m for a failover plan that needs 2m: the loss is noticed after 5m, "
                + "the decision takes 0m, and clients follow 3m30s after the plan",
                message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void DecisionThatTakesTheWholeRto_DoesNotFit()
    {
        var tier = WithRto(TimeSpan.FromMinutes(30)) with { Decide = new Decision(TimeSpan.FromMinutes(25)) };

        Assert.Contains("the decision takes 25m", PlanTimeouts.Misfit(tier, Everything), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRtoThatFits_HoldsTheWholeWay()
    {
        for (var minutes = 11; minutes <= 240; minutes++)
        {
            var rto = TimeSpan.FromMinutes(minutes);
            var tier = WithRto(rto);
            var timeouts = PlanTimeouts.For(tier, Everything);

            var around = Detectors.Within(tier, hasEndpoint: true) + EndpointChecks.ConvergesWithin(tier)
                + TimeSpan.FromSeconds(RecordTtl.For(tier)) + PlanTimeouts.Reconnect;
            Assert.True(around + TimeSpan.FromMinutes(timeouts.CriticalPathMinutes) <= rto, $"{minutes} minutes: {timeouts}");
            Assert.InRange(timeouts.WorkMinutes, 1, 60);
            Assert.InRange(timeouts.RoutingMinutes, 1, 5);
        }
    }

    // A lost endpoint is noticed within 5 minutes, replication that stopped within 21: the two have 36 and 22 minutes left of an hour.
    [Fact]
    public void SharedPlan_HasTheTimeOfTheWorkloadThatHasLeast()
    {
        var workloads = Configurations.PrimarySettings().Workloads;
        var tier = Tier("business-critical");
        var probed = workloads[0] with { Tier = tier, Stores = [.. workloads[0].Tables] };
        var replicated = workloads[1] with { Tier = tier };

        Assert.Equal(new PlanTimeouts(36, 0), PlanTimeouts.For([probed]));
        Assert.Equal(new PlanTimeouts(22, 0), PlanTimeouts.For([replicated]));
        Assert.Equal(new PlanTimeouts(22, 0), PlanTimeouts.For([probed, replicated]));
        Assert.Equal(new PlanTimeouts(22, 0), PlanTimeouts.For([replicated, probed]));
    }

    [Fact]
    public void Shape_FollowsTheWorkload()
    {
        var workloads = Configurations.PrimarySettings().Workloads;

        Assert.Equal(new PlanShape(Work: true, Routing: true, Endpoint: true), PlanShape.Of(workloads[0]));
        Assert.Equal(new PlanShape(Work: true, Routing: false, Endpoint: false), PlanShape.Of(workloads[1]));
        Assert.False(PlanShape.Of(workloads[1] with { Stores = [.. workloads[1].Tables] }).Work);
    }

    private static RecoveryTier Tier(string name) => DefaultTiers.All.Single(tier => tier.Name == name);

    private static RecoveryTier WithRto(TimeSpan? rto) => Tier("mission-critical") with
    {
        Name = "trial",
        DecideUntilArmed = null,
        Objectives = new Dictionary<Disruption, Objective> { [Disruption.Region] = new(TimeSpan.FromMinutes(5), rto) },
    };
}
