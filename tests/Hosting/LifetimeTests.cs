using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Cancelled_RepliesThenEndsCleanly()
    {
        await using var pack = await PackProcess.StartAsync();
        Assert.Equal(0, (await pack.Client.CallAsync("Cancel", new Empty())).Status);
        Assert.Equal(0, await pack.ExitAsync());
    }

    [Fact]
    public async Task EngineSilentForAWhile_ConnectionStays()
    {
        await using var pack = await PackProcess.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(0, (await pack.Client.CallAsync("GetPluginInfo", new Empty())).Status);
            await Task.Delay(TimeSpan.FromSeconds(1.5));
        }

        Assert.Equal(1, pack.Client.Connections);
    }

    [Fact]
    public async Task EngineGone_EndsByItself()
    {
        await using var pack = await PackProcess.StartAsync();
        await pack.EndEngineAsync();
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await pack.ExitAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        Assert.Matches("^[0-9]+\n$", pack.Stdout);
        Assert.Equal("", pack.Stderr.Trim());
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("localhost:port")]
    public async Task NoAddressOfAnEngine_SaysHowItIsUsed(params string[] args)
    {
        using var process = Process.Start(PackProcess.StartInfo(Path.GetTempPath(), args))!;
        var stdout = process.StandardOutput.ReadToEndAsync();
        var stderr = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        Assert.Equal("", await stdout);
        Assert.Contains("pulumi preview --policy-pack", stderr, StringComparison.Ordinal);
    }
}
