using DrInfra.Drctl.Reports;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Drctl.Reports;

public class FootingTests
{
    [Fact]
    public void OfSeveralWays_OnlyTheOneThatIsTakenCounts() =>
        Assert.Equal(["fast"], Names(Derivation.Min("either", Assumed("fast", 10), Assumed("slow", 20))));

    [Fact]
    public void OfSeveralParts_EveryAssumptionCountsOnce() => Assert.Equal(
        ["long", "short"],
        Names(Derivation.Max("both", Assumed("long", 20), Assumed("short", 10), Derivation.Sum("again", Assumed("long", 5)))));

    [Fact]
    public void WhatIsBound_IsNoFooting() => Assert.Empty(Names(Derivation.Leaf("lag", Figure.Exactly(1, Basis.Limit), new Source(SourceKind.Fact, "lag"))));

    [Fact]
    public void AnAlarm_IsNamedWithItsResource()
    {
        var alarm = Derivation.Leaf(
            "lag watched", Figure.Exactly(60, Basis.Alarm),
            new Source(SourceKind.Property, "threshold", "urn:pulumi:dr::p::aws:cloudwatch/metricAlarm:MetricAlarm::lag"));

        Assert.Equal("alarm dr: cloudwatch MetricAlarm lag: 1m, lag watched", Footing.Of(alarm).Single().Describe(RecoverySettings.None));
    }

    private static Derivation Assumed(string id, double seconds) =>
        Derivation.Leaf(id, Figure.Exactly(seconds, Basis.Assumption), new Source(SourceKind.Assumption, id));

    private static IEnumerable<string> Names(Derivation figure) => Footing.Of(figure).Select(footing => footing.Source.Reference);
}
