using DrInfra.Drctl.Recording;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;
using static DrInfra.Tests.Drctl.Recording.ProgramRecorderTests;

namespace DrInfra.Tests.Drctl.Recording;

[Collection(nameof(ProcessWide))]
public class RunFailuresTests
{
    [Fact]
    public async Task ARunException_IsTheUsersError()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() => throw new RunException("the zone does not exist")));

        Assert.Equal("the zone does not exist", exception.Message);
    }

    [Fact]
    public async Task SettingsProblems_AreListed()
    {
        var problem = new Problem(
            "no such role", new Place("Pulumi.dev.yaml", 3, 9, "shop:role"), "main", "primary, standby", "pulumi config set role primary");

        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() => throw new ProblemsException([problem], "in the settings")));

        Assert.Same(problem, Assert.Single(exception.Problems));
    }

    [Fact]
    public async Task AFaultOfTheProgram_KeepsItsTypeAndStack()
    {
        var exception = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Record(Fail));

        Assert.Contains(nameof(Fail), exception.StackTrace, StringComparison.Ordinal);

        static void Fail() => throw new InvalidTimeZoneException("boom");
    }

    [Fact]
    public async Task AFaultInsideAnApply_IsToldWithoutStack()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() =>
            new Thing("thing").Arn.Apply((Func<string, string>)(_ => throw new InvalidTimeZoneException("boom")))));

        Assert.Equal("System.InvalidTimeZoneException: boom", exception.Message);
        Assert.IsType<RunException>(exception.InnerException);
    }

    [Fact]
    public async Task WhatTheCloudRefuses_IsNamed()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => RecordOne(() => new Thing("refused")));

        Assert.Equal("test:index:Thing refused: the service takes no such thing", exception.Message);
    }

    [Fact]
    public async Task LoggedErrors_AreAllToldInOneOrder()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() =>
        {
            Log.Error("second");
            Log.Error("first");
        }));

        Assert.Equal(["first", "second"], exception.Problems.Select(problem => problem.What));
    }

    [Fact]
    public async Task TheSameTypeAndNameTwice_IsRefusedWithBothParents()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() =>
        {
            _ = new Thing("twin", options: new CustomResourceOptions { Parent = new Group("a").Done() });
            _ = new Thing("twin");
        }));

        Assert.Contains(
            "test:index:Thing and the name twin, one below test:index:Group a and one below the stack", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailingRun_LeavesTheExitCodeAlone()
    {
        var before = Environment.ExitCode;

        await Assert.ThrowsAsync<ProblemsException>(() => Record(() => throw new RunException("no")));

        Assert.Equal(before, Environment.ExitCode);
    }

    [Fact]
    public async Task ACancelledRun_Stops()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ProgramRecorder.RecordAsync(
            "shop",
            "dev",
            Clouds.Of(),
            () =>
            {
                source.Cancel();
                _ = new Thing("thing");
                return new Dictionary<string, object?>();
            },
            source.Token));
    }

    [Fact]
    public async Task NoResources_IsAStackAlone() => Assert.Equal("shop-dev", Assert.Single((await Record(() => { })).Resources).Name);
}
