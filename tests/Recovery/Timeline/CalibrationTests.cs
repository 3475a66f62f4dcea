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
        // The guide's chapter on global endpoints, and the template that it prescribes: an alarm of five periods of a minute, six minutes
        // from fault to traffic, at most seven.
        // https://github.com/awsdocs/amazon-eventbridge-user-guide/blob/ec8729596c1cf1a4f492d44e77e71b53bc288c57/doc_source/eb-ge-cfn.md
        var propagation = FactBook.Get("r53-propagation");

        // A failure in the middle of a period spoils no more than the rest of it: at worst one period more must pass.
        var alarm = Derivation.Times(
            "alarm",
            Derivation.Leaf("period", Figure.Exactly(60, Basis.Enforced)),
            Derivation.Quantity("periods", new Figure(5, 6, Basis.Enforced), "x"));
        var dns = Derivation.Leaf(
            "health check and DNS", Figure.Exactly(propagation.Seconds!.Value, Basis.Limit), propagation.ToSource());
        var rto = CriticalPath.Of("rto", new RecoveryStep("redirect", dns, "detect"), new RecoveryStep("detect", alarm));

        Assert.Equal(new Figure(360, 420, Basis.Limit), rto.Figure);
        Assert.Equal(["alarm", "health check and DNS"], rto.Parts.Select(part => part.Label));
        Assert.Equal(
            ["r53-propagation"],
            rto.Leaves().SelectMany(leaf => leaf.Sources).Select(source => source.Reference));
    }
}
