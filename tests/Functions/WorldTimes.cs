using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Functions;

/// <summary>The times that the processes are given.</summary>
internal sealed record WorldTimes(TimeSpan Lasts, TimeSpan TakesAfter, TimeSpan Renews, TimeSpan Looks)
{
    public static readonly WorldTimes Shipped = new(LeaseProtocol.Lasts, LeaseProtocol.TakesAfter, LeaseProtocol.Renews, LeaseProtocol.Looks);

    /// <summary>A tenth of them: what two busy cores keep.</summary>
    public static readonly WorldTimes Short = Shipped.Part(10);

    /// <summary>A quarter of them, where a test measures: processes are late on a busy machine.</summary>
    public static readonly WorldTimes Long = Shipped.Part(4);

    private WorldTimes Part(int parts) => new(Lasts / parts, TakesAfter / parts, Renews / parts, Looks / parts);
}
