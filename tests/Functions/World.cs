using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

/// <summary>Two Regions and the table between them.</summary>
internal sealed class World : IDisposable
{
    public const string Table = "leases";
    public const string Workload = "orders";
    public const string Space = "followers";

    /// <summary>How long tests wait for what must come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public World(WorldTimes? times = null)
    {
        Times = times ?? WorldTimes.Short;
        (First, Second) = (new Region(this, "eu-central-1"), new Region(this, "eu-west-1"));
    }

    public WorldTimes Times { get; }

    public LeaseTables Tables { get; } = new();

    public Region First { get; }

    public Region Second { get; }

    public LeaseItem? Lease
    {
        get => Tables[Workload];
        set => Tables[Workload] = value;
    }

    /// <summary>What DNS says in both Regions.</summary>
    public void BeaconNames(Region region)
    {
        First.Dns.Say(region.Name);
        Second.Dns.Say(region.Name);
    }

    public async Task UntilAsync(Func<bool> holds, string what, TimeSpan? patience = null)
    {
        var end = Instant.Now + (patience ?? Patience);
        while (!holds())
        {
            Assert.True(Instant.Now < end, $"waited in vain: {what}\n{First.Told}\n{Second.Told}");
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
    }
}
