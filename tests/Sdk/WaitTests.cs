using System.Collections.Concurrent;
using DrInfra.Tests.Sdk.Samples;
using Pulumi;

namespace DrInfra.Tests.Sdk;

/// <summary>What a resource waits for before it is registered, and what it would wait for for ever.</summary>
public sealed class WaitTests
{
    // The package waits for ever here. What it has not done after this long, it does not do: all else takes milliseconds.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1);

    private const int MostWaits = 30;

    [Fact]
    public Task DependsOnItsOwnComponent_IsNeverRegistered() => AssertChildIsNeverRegisteredAsync(() =>
    {
        var group = new Group("group");
        _ = new Thing("child", options: new CustomResourceOptions { Parent = group, DependsOn = { group } });
    });

    [Fact]
    public Task DependsOnTheComponentAboveItsComponent_IsNeverRegistered() => AssertChildIsNeverRegisteredAsync(() =>
    {
        var outer = new Group("outer");
        var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
        _ = new Thing("child", options: new CustomResourceOptions { Parent = inner, DependsOn = { outer } });
    });

    [Fact]
    public Task PropertyFromTheUrnOfItsComponent_IsNeverRegistered() => AssertChildIsNeverRegisteredAsync(() =>
    {
        var group = new Group("group");
        _ = new Thing("child", new ThingArgs { Text = group.Urn }, new CustomResourceOptions { Parent = group });
    });

    [Fact]
    public Task PropertyMadeDeepInsideFromTheUrnOfItsComponent_IsNeverRegistered() => AssertChildIsNeverRegisteredAsync(() =>
    {
        var group = new Group("group");
        var parts = new ThingArgs { Parts = { new PartArgs { InnerName = Output.Format($"in {group.Urn}") } } };
        _ = new Thing("child", parts, new CustomResourceOptions { Parent = group });
    });

    [Fact]
    public Task PropertyFromAnOutputOfItsComponent_IsNeverRegistered() => AssertChildIsNeverRegisteredAsync(() =>
    {
        var group = new Registering("group");
        _ = new Thing("child", new ThingArgs { Text = group.Answer }, new CustomResourceOptions { Parent = group });
    });

    [Fact]
    public async Task DependsOnAComponent_WaitsForWhatWasDeclaredInItMeanwhile()
    {
        var inputs = new TaskCompletionSource<string>();

        var order = await OrderAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("user", new ThingArgs { Text = Output.Create(inputs.Task) }, new CustomResourceOptions { DependsOn = { group } });
            _ = new Thing("slow", options: new CustomResourceOptions { Parent = group });
            inputs.SetResult("known");
        });

        Assert.Equal(["slow answered", "user asked"], order.Where(step => step is "slow answered" or "user asked"));
    }

    [Fact]
    public async Task PropertyFromTheUrnOfAComponent_WaitsForWhatIsInIt()
    {
        var order = await OrderAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("slow", options: new CustomResourceOptions { Parent = new Group("inner", new ComponentResourceOptions { Parent = group }) });
            _ = new Thing("user", new ThingArgs { Text = group.Urn });
        });

        Assert.Equal(["slow answered", "user asked"], order.Where(step => step is "slow answered" or "user asked"));
    }

    private static async Task AssertChildIsNeverRegisteredAsync(Action program)
    {
        var mocks = new RecordingCloud();

        // On a busy machine it takes its time to begin.
        var run = Task.Run(() => Run.PreviewAsync(mocks, program));
        for (var waited = 0; waited < MostWaits && !run.IsCompleted && mocks.Resources.IsEmpty; waited++)
        {
            await Task.Delay(LongEnough);
        }

        await Task.WhenAny(run, Task.Delay(LongEnough));

        Assert.False(run.IsCompletedSuccessfully);
        Assert.NotEmpty(mocks.Resources);
        Assert.DoesNotContain(mocks.Resources, args => args.Name == "child");
        Run.ForgetExitCode();
    }

    /// <summary>When each resource was asked for and answered; the one named slow takes a while.</summary>
    private static async Task<string[]> OrderAsync(Action program)
    {
        var steps = new ConcurrentQueue<string>();
        var mocks = new RecordingCloud
        {
            Resource = async args =>
            {
                steps.Enqueue($"{args.Name} asked");
                await Task.Delay(args.Name == "slow" ? 50 : 0);
                steps.Enqueue($"{args.Name} answered");
                return ($"{args.Name}-id", args.Inputs);
            },
        };
        await Run.PreviewAsync(mocks, program);
        return [.. steps];
    }

    /// <summary>Has an output that it leaves to its registration.</summary>
    private sealed class Registering(string name) : ComponentResource("test:index:Registering", name)
    {
        [Output("answer")]
        public Output<string> Answer { get; private set; } = null!;
    }
}
