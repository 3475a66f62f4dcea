using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Functions;

/// <summary>The times that the processes are given.</summary>
internal sealed record WorldTimes(TimeSpan Lasts, TimeSpan TakesAfter, TimeSpan Renews, TimeSpan Looks)
{
    public static readonly WorldTimes Shipped = new(LeaseProtocol.Lasts, LeaseProtocol.TakesAfter, LeaseProtocol.Renews, LeaseProtocol.Looks);

    /// <summary>What two busy cores keep.</summary>
    public static readonly WorldTimes Short = Of(5, 7, 1.6, 0.3);

    /// <summary>Where a test measures: processes are late on a busy machine.</summary>
    public static readonly WorldTimes Long = Of(8, 12, 2.5, 0.6);

    private static WorldTimes Of(double lasts, double takesAfter, double renews, double looks) =>
        new(TimeSpan.FromSeconds(lasts), TimeSpan.FromSeconds(takesAfter), TimeSpan.FromSeconds(renews), TimeSpan.FromSeconds(looks));
}
