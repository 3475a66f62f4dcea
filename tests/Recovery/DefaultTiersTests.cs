using DrInfra.Recovery;

namespace DrInfra.Tests.Recovery;

public class DefaultTiersTests
{
    [Fact]
    public void Tiers_HaveNamesOfTheirOwnAndEveryDisruption()
    {
        Assert.Equal(DefaultTiers.All.Count, DefaultTiers.All.Select(tier => tier.Name).Distinct().Count());
        Assert.All(DefaultTiers.All, tier => Assert.Equal(DisruptionNames.All, tier.Objectives.Keys.Order()));
    }

    [Fact]
    public void LessCriticalTier_NeverPromisesMore()
    {
        foreach (var (more, less) in DefaultTiers.All.Zip(DefaultTiers.All.Skip(1)))
        {
            Assert.All(DisruptionNames.All, disruption =>
            {
                Assert.True(Figure(more.For(disruption).Rpo) <= Figure(less.For(disruption).Rpo), $"{less.Name} {disruption} RPO");
                Assert.True(Figure(more.For(disruption).Rto) <= Figure(less.For(disruption).Rto), $"{less.Name} {disruption} RTO");
            });
        }
    }

    [Fact]
    public void CorruptionRpo_IsNeverBelowItsDetection() => Assert.All(DefaultTiers.All, tier =>
        Assert.True(Figure(tier.For(Disruption.Corruption).Rpo) > tier.CorruptionDetection, tier.Name));

    [Fact]
    public void PromisedDisruption_HasBothFigures() => Assert.All(
        DefaultTiers.All.SelectMany(tier => tier.Objectives.Values),
        objective => Assert.Equal(objective.Rpo is null, objective.Rto is null));

    [Fact]
    public void DisruptionWithoutPromise_HasNoObjective()
    {
        var tier = DefaultTiers.All[0] with { Objectives = new Dictionary<Disruption, Objective>() };

        Assert.Equal(Objective.None, tier.For(Disruption.Region));
    }

    [Fact]
    public void CorruptionWindow_IsNoticingDecidingAndRestoring()
    {
        var tier = DefaultTiers.All[0] with
        {
            CorruptionDetection = TimeSpan.FromHours(3),
            Decide = new Decision(TimeSpan.FromHours(2)),
            Objectives = new Dictionary<Disruption, Objective> { [Disruption.Corruption] = new(null, TimeSpan.FromHours(8)) },
        };

        Assert.Equal(TimeSpan.FromHours(13), tier.CorruptionWindow);
    }

    private static TimeSpan Figure(TimeSpan? promised) => promised ?? TimeSpan.MaxValue;
}
