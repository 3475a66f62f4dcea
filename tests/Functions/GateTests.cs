using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class GateTests : WorldTest
{
    [Fact]
    public async Task LeaseIsOfThisRegionAndStandsStill_WaitsUntilItIsRenewed()
    {
        var gate = World.First.Gate();
        await Task.Delay(World.Times.Lasts);
        Assert.False(gate.HasExited);
        Assert.False(File.Exists(World.First.EpochFile));

        await using var renewing = new Renewing(World);

        Assert.Equal(0, await gate.ExitAsync());
        Assert.Equal("4", await File.ReadAllTextAsync(World.First.EpochFile));
    }

    [Fact]
    public async Task LeaseIsOfTheOtherRegion_WaitsUntilItIsTaken()
    {
        await using var renewing = new Renewing(World);
        var gate = World.Second.Gate();
        await Task.Delay(World.Times.Lasts);
        Assert.False(gate.HasExited);

        World.Lease = new LeaseItem(World.Second.Name, 5, 0);

        Assert.Equal(0, await gate.ExitAsync());
        Assert.Equal("5", await File.ReadAllTextAsync(World.Second.EpochFile));
    }

    [Fact]
    public async Task TableDoesNotAnswer_WaitsUntilItIsAskedToEnd()
    {
        World.First.TableServer.IsCutOff = true;
        await using var renewing = new Renewing(World);
        var gate = World.First.Gate();
        await World.UntilAsync(() => gate.Output.Contains("table.fails", StringComparison.Ordinal), "it tells that the table does not answer");
        Assert.False(gate.HasExited);

        gate.Signal("TERM");

        Assert.Equal(1, await gate.ExitAsync());
        Assert.False(File.Exists(World.First.EpochFile));
    }
}
