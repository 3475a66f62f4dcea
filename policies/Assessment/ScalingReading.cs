using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>What the targetPercent of a step that scales pods is of. The page of the block says both.</summary>
internal enum ScalingReading
{
    /// <summary>The capacity of the Region that is left.</summary>
    RegionLeft,

    /// <summary>The largest capacity of the last day in the Region that is entered: a standby that never was larger stays as it is.</summary>
    RegionEntered,
}

/// <summary>A reading with the figures that it needs.</summary>
/// <param name="Left">How many ran at least in the Region that is left; null where that is not known.</param>
internal readonly record struct ScalingBasis(ScalingReading Reading, double? Left)
{
    /// <summary>What the percentage is of, for messages.</summary>
    public string Whole => IsOfLeft ? "the Region that is left" : "the last day in the Region entered";

    public Source Source => FactBook.Get(IsOfLeft ? "rs-eks-percent-of-region-left" : "rs-eks-percent-of-region-entered").ToSource();

    private bool IsOfLeft => Reading == ScalingReading.RegionLeft;

    /// <summary>How many pods a step brings about.</summary>
    public double Reached(double standing, double percent) =>
        Math.Max(standing, Math.Floor((IsOfLeft ? Left ?? 0 : standing) * percent / 100));
}
