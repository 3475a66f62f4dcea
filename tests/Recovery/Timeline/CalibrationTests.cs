using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Recovery.Timeline;

/// <summary>The arithmetic against figures that AWS publishes.</summary>
public class CalibrationTests
{
    [Fact]
    public void GlobalEndpointOfEventBridge_TakesWhatItsServicePublishes()
    {
        var period = FactBook.Get("eb-ge-alarm-period");
        var periods = FactBook.Get("eb-ge-alarm-periods");
        var propagation = FactBook.Get("r53-propagation");
        var published = FactBook.Get("eb-ge-rto-max");

        // A failure in the middle of a period spoils no more than the rest of it: at worst one period more must pass.
        var alarm = Derivation.Times(
            "alarm",
            Derivation.Leaf("period", Figure.Exactly(period.Seconds!.Value, Basis.Enforced), period.ToSource()),
            Derivation.Quantity("periods", new Figure(periods.Number, periods.Number + 1, Basis.Enforced), "x", periods.ToSource()));
        var dns = Derivation.Leaf(
            "health check and DNS", Figure.Exactly(propagation.Seconds!.Value, Basis.Limit), propagation.ToSource(), published.ToSource());
        var rto = CriticalPath.Of("rto", new RecoveryStep("redirect", dns, "detect"), new RecoveryStep("detect", alarm));

        Assert.Equal(new Figure(FactBook.Get("eb-ge-rto").Seconds, published.Seconds, Basis.Limit), rto.Figure);
        Assert.Equal(new Figure(360, 420, Basis.Limit), rto.Figure);
        Assert.Equal(["alarm", "health check and DNS"], rto.Parts.Select(part => part.Label));
        Assert.Equal(
            ["eb-ge-alarm-period", "eb-ge-alarm-periods", "r53-propagation", "eb-ge-rto-max"],
            rto.Leaves().SelectMany(leaf => leaf.Sources).Select(source => source.Reference));
    }
}
