using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;

namespace DrInfra.Tests.Sdk;

public sealed class ErrorTests
{
    private const string Unhandled = "failed with an unhandled exception:\n";

    [Fact]
    public async Task Program_Throws_IsOneRunExceptionWithTypeAndMessage()
    {
        var message = await Run.FailAsync(() => throw new InvalidOperationException("boom"));

        Assert.StartsWith("Running program '", message, StringComparison.Ordinal);
        Assert.Contains($"{Unhandled}System.InvalidOperationException: boom", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_ThrowsAfterAwait_IsReportedToo()
    {
        var message = await Run.FailRunAsync(() => Deployment.TestAsync(new RecordingCloud(), new TestOptions(), (Func<Task>)(async () =>
        {
            // Off the test's own context: the package blocks a thread of it for the whole function.
            await Task.Delay(1).ConfigureAwait(false);
            throw new InvalidOperationException("late");
        })));

        Assert.Contains("System.InvalidOperationException: late", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunException_IsShownAsItIs() =>
        Assert.Equal("just this", await Run.FailAsync(() => throw new RunException("just this")));

    [Fact]
    public async Task ResourceException_HidesTheStackIfAsked()
    {
        Assert.Equal("hidden", await Run.FailAsync(() => throw new ResourceException("hidden", null, hideStack: true)));
        Assert.Contains(
            "Pulumi.ResourceException: shown",
            await Run.FailAsync(() => throw new ResourceException("shown", null)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_Throws_FailsTheRunEvenIfNobodyLooks()
    {
        var message = await Run.FailAsync(() => Output.Create(1).Apply((Func<int, int>)(_ => throw new FormatException("in apply"))));

        Assert.Contains("System.FormatException: in apply", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_OnResourceOutputThrowsLater_FailsTheRun()
    {
        var mocks = new RecordingCloud
        {
            Resource = async args =>
            {
                await Task.Delay(5);
                return ("id", args.Inputs);
            },
        };

        var message = await Run.FailAsync(mocks, () =>
            new Thing("thing").Id.Apply((Func<string, string>)(_ => throw new FormatException("in apply"))));

        Assert.Contains("System.FormatException: in apply", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mock_Throws_FailsTheRun()
    {
        var synchronous = new RecordingCloud { Resource = _ => throw new FormatException("in mock") };
        var later = new RecordingCloud
        {
            Resource = async _ =>
            {
                await Task.Yield();
                throw new FormatException("in mock");
            },
        };

        foreach (var mocks in new[] { synchronous, later })
        {
            var message = await Run.FailAsync(mocks, () =>
            {
                var first = new Thing("first");
                _ = new Thing("second", new ThingArgs { Text = first.Text });
            });

            Assert.Contains("System.FormatException: in mock", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RequiredInput_NotGiven_NamesIt()
    {
        var message = await Run.FailAsync(() => _ = new NeedyThing("thing", new NeedyThingArgs()));

        Assert.Contains(
            $"System.ArgumentNullException: [Input] {typeof(NeedyThingArgs).FullName}.Length is required but was not given a value",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogError_Once_FailsTheRunWithItsMessageAfterAllWasRegistered()
    {
        var mocks = new RecordingCloud();

        var message = await Run.FailAsync(mocks, () =>
        {
            Log.Error("logged");
            _ = new Thing("thing");
        });

        Assert.Equal("logged", message);
        Assert.Single(mocks.Resources);
    }

    [Fact]
    public async Task LogError_Twice_FailsTheRunWithBoth()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => Run.PreviewAsync(new RecordingCloud(), () =>
        {
            Log.Error("one");
            Log.Error("two");
        }));
        Run.ForgetExitCode();

        Assert.All(failure.InnerExceptions, inner => Assert.IsType<RunException>(inner));
        Assert.Equal(["one", "two"], failure.InnerExceptions.Select(inner => inner.Message).Order());
    }

    [Fact]
    public async Task LogOtherLevels_DoNotFailTheRun()
    {
        var resources = await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            Log.Warn("w");
            Log.Info("i");
            Log.Debug("d");
        });

        Assert.Empty(resources);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Resource_WithoutName_FailsTheRun(string? name)
    {
        var message = await Run.FailAsync(() => _ = new Thing(name!));

        Assert.Contains("System.ArgumentException", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OutsideARun_ResourcesAndLog_Throw()
    {
        const string expected = "Trying to acquire Deployment.Instance before 'Run' was called.";

        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => new Thing("t")).Message, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => Log.Info("t")).Message, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => Deployment.Instance).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunInsideARun_Fails()
    {
        var message = await Run.FailRunAsync(() => Deployment.TestAsync(
            new RecordingCloud(), new TestOptions(), (Func<Task>)(() => Run.PreviewAsync(new RecordingCloud(), () => { }))));

        Assert.Contains("Deployment.Instance should only be set once", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_OneAfterTheOtherAndAtTheSameTime_DoNotMeet()
    {
        await Run.PreviewAsync(new RecordingCloud(), () => _ = new Thing("before"));
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => Deployment.TestAsync(
            new RecordingCloud(),
            new TestOptions { StackName = $"s{index}" },
            () => _ = new Thing($"{Deployment.Instance.StackName}-thing")))));

        Assert.Equal(
            Enumerable.Range(0, 8).Select(index => $"s{index}-thing"),
            runs.Select(resources => Assert.Single(resources).GetResourceName()));
    }

    [Fact]
    public async Task RequirePulumiVersion_UnderMocks_DoesNothing()
    {
        var resources = await Deployment.TestAsync(
            new RecordingCloud(), new TestOptions(), () => Deployment.RequirePulumiVersionAsync(">=999.0.0"));

        Assert.Empty(resources);
    }
}
