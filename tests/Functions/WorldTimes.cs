using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Functions;

/// <summary>The times that the processes are given.</summary>
internal sealed record WorldTimes(TimeSpan Lasts, TimeSpan TakesAfter, TimeSpan Renews, TimeSpan Looks)
{
    public static readonly WorldTimes Shipped = new(LeaseProtocol.Lasts, LeaseProtocol.TakesAfter, LeaseProtocol.Renews, LeaseProtocol.Looks);

    /// <summary>A twelfth of them, roughly: what two busy cores keep.</summary>
    public static readonly WorldTimes Short = new(
        TimeSpan.FromSeconds(2.4), TimeSpan.FromSeconds(3.6), TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(0.2));
}
