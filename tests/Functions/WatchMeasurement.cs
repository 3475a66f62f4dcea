using Xunit.Abstractions;

namespace DrInfra.Tests.Functions;

/// <summary>How long a job writes after its Region has lost the table, with the shipped times.</summary>
[Trait("Category", "Measurement")]
public class WatchMeasurement(ITestOutputHelper output) : WatchTest(WorldTimes.Shipped)
{
    [Fact]
    public async Task TableIsLost_JobWritesNoLongerThanThePermission()
    {
        using var children = new Children(Children.Writes);
        await using var renewing = new Renewing(World);
        await PermittedAsync(children);
        var renewed = renewing.Last;
        await World.UntilAsync(() => renewing.Last > renewed, "a renewal");

        // Longer than a look, so that the watch has seen the renewal.
        await Task.Delay(World.Times.Looks * 1.5);
        var (lost, lastRenewed) = (Instant.Now, renewing.Last);
        World.First.TableServer.IsCutOff = true;
        var job = children.Job;
        await World.UntilAsync(() => children.Job != job, "the job ends", World.Times.Lasts * 2);
        var written = Instant.Now - children.SinceLastWrite;

        output.WriteLine($"The table is lost: the last write is {(written - lost).TotalSeconds:0.0} s later, "
            + $"{(written - lastRenewed).TotalSeconds:0.0} s after the last renewal.");
        Assert.True(written - lastRenewed < World.Times.Lasts);
    }
}
