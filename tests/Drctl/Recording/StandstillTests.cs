using DrInfra.Drctl.Recording;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;
using Pulumi.Testing;

namespace DrInfra.Tests.Drctl.Recording;

/// <summary>Runs that do not end by themselves.</summary>
public class StandstillTests : IAsyncLifetime
{
    // Enough for a run to do all it can, on a busy machine too: its steps take microseconds, once their code is compiled.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly Output<string> Never = Output.Create(new TaskCompletionSource<string>().Task);

    public static TheoryData<string, Func<Group, (ThingArgs Args, Resource[] DependsOn)>> WaysToTheOwnComponent() => new()
    {
        { "dependsOn", group => (new ThingArgs(), [group]) },
        { "text", group => (new ThingArgs { Text = Output.Format($"in {group.Urn}") }, []) },
        { "parts", group => (new ThingArgs { Parts = { new PartArgs { Labels = { "known", group.Urn } } } }, []) },
    };

    public Task InitializeAsync() => ProgramRecorderTests.Record(() =>
    {
        var group = new Group("group").Done();
        _ = new Thing("thing", new ThingArgs { Text = "x" }, new CustomResourceOptions { Parent = group });
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(WaysToTheOwnComponent), DisableDiscoveryEnumeration = true)]
    public async Task AResourceThatWaitsForItsOwnComponent_IsNamedWithTheWay(string way, Func<Group, (ThingArgs Args, Resource[] DependsOn)> make)
    {
        // The stand-in refuses at once; of the package, patience is lost.
        var message = await Refused(() =>
        {
            var outer = new Group("outer").Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer }).Done();
            var (args, dependsOn) = make(outer);
            _ = new Thing("child", args, new CustomResourceOptions { Parent = inner, DependsOn = dependsOn });
        });

        Assert.Contains("test:index:Thing child", message, StringComparison.Ordinal);
        Assert.Contains("test:index:Group outer", message, StringComparison.Ordinal);
        Assert.Contains(way, message, StringComparison.Ordinal);
        Assert.Contains("name the resources", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfSeveralThatWait_ThoseThatWaitForTheirOwnComponentComeFirst()
    {
        // What it waits for besides keeps any SDK from looking at the component.
        var message = await Refused(() =>
        {
            var group = new Group("group").Done();
            _ = new Thing("a-user", new ThingArgs { Text = Never });
            _ = new Thing("child", new ThingArgs { Text = Never }, new CustomResourceOptions { Parent = group, DependsOn = { group } });
            _ = new Thing("well");
        });

        Assert.Equal(
            """
            4 problems.
              1. the program is stuck: no resource was declared or answered for 2 s
                 got:     2 of 5 resources wait
              2. test:index:Thing child: waits for itself: dependsOn leads to test:index:Group group, which includes its children
                 fix:     depend on the resources that are needed, not on their component
              3. test:index:Thing child: waits for the value of text, which never resolves
              4. test:index:Thing a-user: waits for the value of text, which never resolves
            """,
            message);
    }

    [Fact]
    public async Task ACloudThatDoesNotAnswer_IsNamed()
    {
        var cloud = new RecordingCloud { Resource = _ => new TaskCompletionSource<(string?, object)>().Task };

        var message = await Refused(() => _ = new Thing("below", options: new CustomResourceOptions { Parent = new Thing("asked") }), cloud);

        Assert.Contains("test:index:Thing asked: waits for the emulated cloud", message, StringComparison.Ordinal);
        Assert.Contains("test:index:Thing below: waits for its parent test:index:Thing asked", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStackOutputThatDoesNotCome_IsNamed()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => ProgramRecorder.RecordAsync(
            "shop", "dev", Clouds.Of(), () => new Dictionary<string, object?> { ["there"] = "x", ["never"] = Never }, Patience, default));

        Assert.Contains("stack output never: its value never resolves", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("there", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramThatBlocks_IsToldSo()
    {
        using var blocked = new ManualResetEventSlim();

        var message = await Refused(() => blocked.Wait());
        blocked.Set();

        Assert.Contains("the program does not return", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyThatWait_AreCutShort()
    {
        var message = await Refused(() =>
        {
            for (var i = 0; i < 25; i++)
            {
                _ = new Thing($"thing-{i}", new ThingArgs { Text = Never });
            }
        });

        Assert.Contains("25 of 26 resources wait", message, StringComparison.Ordinal);
        Assert.Contains("15 more wait", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatGetsOn_IsWaitedForLongerThanPatienceLasts()
    {
        var (patience, steps) = (TimeSpan.FromMilliseconds(100), 0L);
        var run = Task.Delay(3 * patience).ContinueWith(_ => "done", TaskScheduler.Default);

        var result = await new ProgressWatch(() => steps++, patience).WaitAsync(run, () => throw new InvalidOperationException("lost patience"), default);

        Assert.Equal("done", result);
    }

    [Fact]
    public async Task ACancelledWait_EndsAtOnce()
    {
        using var source = new CancellationTokenSource();
        var wait = new ProgressWatch(() => 0, TimeSpan.FromHours(1)).WaitAsync(
            new TaskCompletionSource<string>().Task, () => throw new InvalidOperationException("lost patience"), source.Token);

        source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private static async Task<string> Refused(Action program, IMocks? cloud = null) => (await Assert.ThrowsAsync<ProblemsException>(() =>
        ProgramRecorder.RecordAsync("shop", "dev", cloud ?? Clouds.Of(), () =>
        {
            program();
            return new Dictionary<string, object?>();
        }, Patience, default))).Message;
}
