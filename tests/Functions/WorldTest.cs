using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

/// <summary>A test in a world whose first Region holds the lease.</summary>
public abstract class WorldTest : IDisposable
{
    internal WorldTest(WorldTimes? times = null) => World = new World(times) { Lease = new LeaseItem("eu-central-1", 4, 17) };

    internal World World { get; }

    public void Dispose()
    {
        World.Dispose();
        GC.SuppressFinalize(this);
    }
}
