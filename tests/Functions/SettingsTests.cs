using DrInfra.Infra.Functions.Follower;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Functions;

public class SettingsTests
{
    private static readonly Dictionary<string, string> Good = new()
    {
        [LeaseProtocol.RegionVariable] = "eu-central-1",
        [LeaseProtocol.TableVariable] = "leases",
        [LeaseProtocol.WorkloadVariable] = "orders",
        [LeaseProtocol.BeaconsVariable] = "orders=active.orders.eu.example.org bills=active.bills.eu.example.org",
        [LeaseProtocol.ZoneVariable] = "example.org",
        [LeaseProtocol.LastsVariable] = $"{LeaseProtocol.Lasts.TotalSeconds}",
        [LeaseProtocol.TakesAfterVariable] = $"{LeaseProtocol.TakesAfter.TotalSeconds}",
        [LeaseProtocol.RenewsVariable] = $"{LeaseProtocol.Renews.TotalSeconds}",
        [LeaseProtocol.LooksVariable] = $"{LeaseProtocol.Looks.TotalSeconds}",
    };

    [Theory]
    [InlineData(LeaseProtocol.FollowCommand)]
    [InlineData(LeaseProtocol.GateCommand)]
    [InlineData(LeaseProtocol.WatchCommand)]
    public void EnvironmentOfTheContract_IsRead(string command)
    {
        var (settings, problems) = Read(command, Good);

        Assert.Empty(problems);
        Assert.Equal((LeaseProtocol.Lasts, LeaseProtocol.Looks), (settings.Times.Lasts, settings.Times.Looks));
        Assert.Equal(("/lease", 8089), (settings.Folder, settings.Port));
        if (command == LeaseProtocol.FollowCommand)
        {
            Assert.Equal((LeaseProtocol.TakesAfter, LeaseProtocol.Renews), (settings.Times.TakesAfter, settings.Times.Renews));
            Assert.Equal("active.bills.eu.example.org", settings.Beacons["bills"]);
        }
    }

    [Theory]
    [InlineData(LeaseProtocol.LastsVariable, "half a minute", "LEASE_LASTS_SECONDS is 'half a minute'; it must be a number of seconds")]
    [InlineData(LeaseProtocol.LastsVariable, "-30", "LEASE_LASTS_SECONDS is '-30'")]
    [InlineData(LeaseProtocol.LastsVariable, "0", "LEASE_LASTS_SECONDS is '0'")]
    [InlineData(LeaseProtocol.LastsVariable, "NaN", "LEASE_LASTS_SECONDS is 'NaN'")]
    [InlineData(LeaseProtocol.LastsVariable, "1e9", "LEASE_LASTS_SECONDS is '1e9'")]
    [InlineData(LeaseProtocol.TakesAfterVariable, "30", "LEASE_LASTS_SECONDS must be less than LEASE_TAKES_AFTER_SECONDS")]
    [InlineData(LeaseProtocol.RenewsVariable, "15", "LEASE_RENEWS_SECONDS must be less than half of LEASE_LASTS_SECONDS")]
    [InlineData(LeaseProtocol.LooksVariable, "10", "LEASE_LOOKS_SECONDS must be less than LEASE_RENEWS_SECONDS")]
    [InlineData(LeaseProtocol.BeaconsVariable, "orders", "LEASE_BEACONS has 'orders'")]
    [InlineData(LeaseProtocol.BeaconsVariable, "orders=a orders=b", "LEASE_BEACONS has the workload 'orders' twice")]
    [InlineData(LeaseProtocol.RegionVariable, " ", "LEASE_REGION is missing")]
    [InlineData("LEASE_RESOLVER", "resolver", "LEASE_RESOLVER is 'resolver'")]
    [InlineData("LEASE_PORT", "70000", "LEASE_PORT is '70000'")]
    [InlineData("LEASE_ENDS", "0", "LEASE_ENDS is '0'")]
    [InlineData("LEASE_ENDS", "12 all", "LEASE_ENDS is '12 all'")]
    public void OneValueIsWrong_IsTheOneProblem(string name, string value, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Read(LeaseProtocol.FollowCommand, new(Good) { [name] = value }).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData(LeaseProtocol.FollowCommand, 8)]
    [InlineData(LeaseProtocol.GateCommand, 5)]
    [InlineData(LeaseProtocol.WatchCommand, 5)]
    public async Task NothingIsSet_AllProblemsAtOnce(string command, int problems)
    {
        using var process = new LeaseProcess(command, []);

        Assert.Equal(2, await process.ExitAsync());
        Assert.Equal(problems, process.Output.Split('\n').Count(line => line.EndsWith("is missing", StringComparison.Ordinal)));
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("hold", 2)]
    [InlineData("follow gate", 2)]
    public async Task HelpOrNoCommand_ShowsTheCommands(string arguments, int code)
    {
        using var process = new LeaseProcess(arguments, []);

        Assert.Equal(code, await process.ExitAsync());
        Assert.Contains("lease COMMAND", process.Output, StringComparison.Ordinal);
    }

    // Where the first process is a pause, this would be a pod, whose other processes are not this test's to end.
    [Fact]
    public async Task WatchIsNotInAPod_EndsNothing()
    {
        if ((await File.ReadAllTextAsync("/proc/1/comm")).Trim() == "pause")
        {
            return;
        }

        using var process = new LeaseProcess(LeaseProtocol.WatchCommand, Good.Select(variable => (variable.Key, variable.Value)));

        Assert.Equal(2, await process.ExitAsync());
        Assert.Contains("set shareProcessNamespace of the pod", process.Output, StringComparison.Ordinal);
    }

    private static (Settings Settings, IReadOnlyList<string> Problems) Read(string command, Dictionary<string, string> environment)
    {
        var reader = new SettingsReader(command, environment.GetValueOrDefault);
        return (reader.Read(), reader.Problems);
    }
}
