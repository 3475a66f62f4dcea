using System.Text.Json.Nodes;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Pipelines;
using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Pipelines;

/// <summary>What the state machine of a Hadoop pipeline does, run against a lease, a Step Functions and an EMR that answer as they are told.</summary>
[Trait("Practice", "H2")]
[Trait("Practice", "H4")]
public class HadoopMachineTests
{
    private static readonly Lazy<Task<string>> Primary = new(DefinitionAsync);

    private readonly List<string> _calls = [];
    private readonly Queue<string> _failing = new();
    private readonly List<string> _lease = ["eu-west-1 7 100", "eu-west-1 7 103"];
    private int _reads;
    private int _clusters;
    private int _running = 1;

    [Fact]
    public async Task Holder_WorksAsksAgainCommitsAndEndsItsCluster()
    {
        Assert.Null((await RunAsync()).Failure);

        Assert.Equal(
        [
            "read", "read", "runs", "make", "work 7 epoch=7/run=j-1/", "read", "read", "commit 7 epoch=7/run=j-1/", "end j-1",
        ], _calls);
    }

    [Theory]
    [InlineData("the other Region holds it", "eu-central-1 7 100", "eu-central-1 7 103")]
    [InlineData("nobody renews it", "eu-west-1 7 100", "eu-west-1 7 100")]
    [InlineData("it was lost between the two looks", "eu-west-1 7 100", "eu-central-1 8 0")]
    [InlineData("there is none", "", "")]
    [InlineData("it came between the two looks", "", "eu-west-1 1 0")]
    public async Task WhoeverDoesNotHoldTheLease_MakesNoCluster(string situation, string first, string second)
    {
        Lease(first, second);

        Assert.True((await RunAsync()).Failure is null, situation);

        Assert.DoesNotContain("make", _calls);
    }

    // A run of a while ago may be late, and one of a person.
    [Fact]
    public async Task SecondRunAtATime_MakesNoCluster()
    {
        _running = 2;

        Assert.Null((await RunAsync()).Failure);

        Assert.Equal(["read", "read", "runs"], _calls);
    }

    [Fact]
    public async Task LeaseTakenAgainBetweenTheTwoLooks_IsAsGoodAsARenewedOne()
    {
        Lease("eu-west-1 7 100", "eu-west-1 9 100", "eu-west-1 9 100", "eu-west-1 9 101");

        Assert.Null((await RunAsync()).Failure);

        Assert.Contains("commit 9 epoch=9/run=j-1/", _calls);
    }

    [Theory]
    [InlineData("read", 4)]
    [InlineData("runs", 4)]
    public async Task ServiceThatDoesNotAnswer_IsAskedAgain_AndWithoutAnswerThereIsNoCluster(string call, int times)
    {
        Fail(call, times);

        Assert.NotNull((await RunAsync()).Failure);

        Assert.Equal(times, _calls.Count(made => made == call));
        Assert.DoesNotContain("make", _calls);
    }

    [Theory]
    [InlineData("the other Region has it", "eu-central-1 8 0", "eu-central-1 8 3")]
    [InlineData("it was lost and taken again: whoever worked in between has another epoch", "eu-west-1 9 0", "eu-west-1 9 3")]
    [InlineData("nobody renews it any more", "eu-west-1 7 500", "eu-west-1 7 500")]
    [InlineData("it is gone", "", "")]
    public async Task WhoeverLosesTheLeaseWhileItWorks_CommitsNothing_AndEndsItsCluster(string situation, string asked, string answer)
    {
        Lease("eu-west-1 7 100", "eu-west-1 7 103", asked, answer);

        Assert.True((await RunAsync()).Failure is null, situation);

        Assert.DoesNotContain(_calls, call => call.StartsWith("commit", StringComparison.Ordinal));
        Assert.Equal(("end j-1", 1), (_calls[^1], _clusters));
    }

    [Theory]
    [InlineData("work")]
    [InlineData("commit")]
    public async Task RunThatFails_IsMadeOnceMoreOnAnotherCluster_AndWritesBeside(string action)
    {
        Fail(action, 1);
        Lease("eu-west-1 7 100", "eu-west-1 7 103", "eu-west-1 7 200", "eu-west-1 7 203", "eu-west-1 7 300", "eu-west-1 7 303");

        Assert.Null((await RunAsync()).Failure);

        Assert.Equal(2, _clusters);
        Assert.Equal(["end j-1", "end j-2"], _calls.Where(call => call.StartsWith("end", StringComparison.Ordinal)));
        Assert.Equal("commit 7 epoch=7/run=j-2/", _calls[^2]);
    }

    [Theory]
    [InlineData("work", 2)]
    [InlineData("commit", 2)]
    public async Task RunThatFailsTwice_HasFailed_AndLeavesNoCluster(string action, int times)
    {
        Fail(action, times);
        Lease("eu-west-1 7 100", "eu-west-1 7 103", "eu-west-1 7 200", "eu-west-1 7 203", "eu-west-1 7 300", "eu-west-1 7 303");

        Assert.Equal("RunFailed", (await RunAsync()).Failure);

        Assert.Equal(["end j-1", "end j-2"], _calls.Where(call => call.StartsWith("end", StringComparison.Ordinal)));
    }

    // The Region is cut off while it works: its replica of the table answers nothing.
    [Fact]
    public async Task LeaseThatCannotBeReadBeforeTheCommit_EndsTheCluster()
    {
        Fail("read 3", 8);

        Assert.NotNull((await RunAsync()).Failure);

        Assert.DoesNotContain(_calls, call => call.StartsWith("commit", StringComparison.Ordinal));
        Assert.Equal(["end j-1", "end j-2"], _calls.Where(call => call.StartsWith("end", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EndOfTheCluster_IsAskedForUntilItIsAnswered()
    {
        Fail("end", 5);

        Assert.Null((await RunAsync()).Failure);

        Assert.Equal(6, _calls.Count(call => call == "end j-1"));
    }

    // As long as a permission lasts: a follower may miss two renewals, and whoever is cut off misses three.
    [Fact]
    public async Task Looks_AreAsFarApartAsAPermissionLasts()
    {
        Assert.Equal(2 * LeaseProtocol.Lasts.TotalSeconds, (await RunAsync()).Waited);
        Assert.True(LeaseProtocol.Lasts > LeaseProtocol.Renews + LeaseProtocol.Looks);
        Assert.True(LeaseProtocol.Lasts < LeaseProtocol.TakesAfter);
    }

    // A machine that ends by its own time leaves its cluster: that time is not reached while its states keep theirs.
    [Fact]
    public async Task Machine_NeverEndsBeforeItsStates()
    {
        var definition = JsonNode.Parse(await Primary.Value)!;
        var run = definition["States"]!["RunOnCluster"]!;
        var states = run["Branches"]![0]!["States"]!.AsObject();
        var longest = states.Sum(state => Longest(state.Value!)) * (run["Retry"]![0]!["MaxAttempts"]!.GetValue<int>() + 1)
            + run["Retry"]![0]!["IntervalSeconds"]!.GetValue<int>()
            + definition["States"]!.AsObject().Where(state => state.Key != "RunOnCluster").Sum(state => Longest(state.Value!));

        Assert.True(longest < definition["TimeoutSeconds"]!.GetValue<int>(), $"{longest} s");
        Assert.All(states.Where(state => state.Value!["Type"]!.GetValue<string>() == "Task"), state => Assert.NotNull(state.Value!["TimeoutSeconds"]));
    }

    [Fact]
    public async Task EveryFailureAfterTheClusterIsMade_LeadsToItsEnd()
    {
        var states = JsonNode.Parse(await Primary.Value)!["States"]!["RunOnCluster"]!["Branches"]![0]!["States"]!.AsObject();

        Assert.All(
            states.Where(state => state.Value!["Type"]!.GetValue<string>() == "Task" && state.Key is not ("MakeCluster" or "EndCluster")),
            state => Assert.Equal(("States.ALL", "EndCluster"), (
                state.Value!["Catch"]![0]!["ErrorEquals"]![0]!.GetValue<string>(), state.Value!["Catch"]![0]!["Next"]!.GetValue<string>())));
    }

    private static double Longest(JsonNode state)
    {
        var once = (state["TimeoutSeconds"] ?? state["Seconds"])?.GetValue<double>() ?? 0;
        if (state["Type"]!.GetValue<string>() != "Task" || state["Retry"] is not { } retry)
        {
            return once;
        }

        var (times, first, rate) = (
            retry[0]!["MaxAttempts"]!.GetValue<int>(), retry[0]!["IntervalSeconds"]!.GetValue<double>(), retry[0]!["BackoffRate"]!.GetValue<double>());
        return (once * (times + 1)) + Enumerable.Range(0, times).Sum(time => first * Math.Pow(rate, time));
    }

    private static async Task<string> DefinitionAsync()
    {
        var definition = "";
        await Declarations.OfAsync(() =>
        {
            var settings = Configurations.PrimarySettings(Engines.With(Engines.Hadoop));
            var workload = settings.Workloads[0];
            definition = new HadoopMachine(
                new RegionContext(settings, settings.Role), workload, workload.Pipelines[0], 4, "emr-7.13.0", "s3://logs/", "emr", "nodes",
                new Dictionary<string, string> { ["dr:workload"] = "events" }).Definition;
        });
        return definition;
    }

    private void Lease(params string[] reads)
    {
        _lease.Clear();
        _lease.AddRange(reads);
    }

    // A call is failed as often as is said, once it comes; `read 3` is the third reading, and those after it.
    private void Fail(string call, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _failing.Enqueue(call);
        }
    }

    private async Task<(string? Failure, int Waited)> RunAsync()
    {
        var run = new MachineRun(Answer);
        try
        {
            run.Run(await Primary.Value, HadoopPipeline.Input(["subnet-a", "subnet-b", "subnet-c"], "sg-nodes", "sg-service"));
            return (null, run.Waited);
        }
        catch (StateFailedException failed)
        {
            return (failed.Message, run.Waited);
        }
    }

    private JsonNode Answer(string resource, JsonNode parameters)
    {
        switch (resource[(resource.LastIndexOf(':') + 1)..])
        {
            case "getItem":
                Assert.True(parameters["ConsistentRead"]!.GetValue<bool>());
                Assert.Equal("events", parameters["Key"]!["workload"]!["S"]!.GetValue<string>());
                Call("read", _reads + 1);
                return Item(_lease[Math.Min(_reads++, _lease.Count - 1)], _reads);
            case "listExecutions":
                Call("runs");
                return new JsonObject { ["Executions"] = new JsonArray([.. Enumerable.Range(0, _running).Select(_ => new JsonObject())]) };
            case "createCluster":
                Call("make");
                Assert.Equal(["subnet-a", "subnet-b", "subnet-c"], parameters["Instances"]!["Ec2SubnetIds"]!.AsArray().Select(id => id!.GetValue<string>()));
                Assert.Equal("sg-service", parameters["Instances"]!["ServiceAccessSecurityGroup"]!.GetValue<string>());
                return new JsonObject { ["ClusterId"] = $"j-{++_clusters}" };
            case "addStep.sync":
                var arguments = parameters["Step"]!["HadoopJarStep"]!["Args"]!.AsArray().Select(argument => argument!.GetValue<string>()).Take(3).ToList();
                Assert.Equal($"j-{_clusters}", parameters["ClusterId"]!.GetValue<string>());
                Call(string.Join(' ', arguments));
                return new JsonObject();
            case "terminateCluster":
                Call($"end {parameters["ClusterId"]}");
                return new JsonObject();
            default:
                throw new InvalidOperationException(resource);
        }
    }

    private void Call(string call, int number = 0)
    {
        _calls.Add(call);
        if (_failing.TryPeek(out var failing)
            && (failing == call.Split(' ')[0] || (failing.Split(' ') is [var name, var from] && name == call && number >= int.Parse(from))))
        {
            _failing.Dequeue();
            throw new StateFailedException($"{call} failed");
        }
    }

    // Holder, epoch, renewals: readings after the last that is stated see it renewed.
    private JsonObject Item(string lease, int read)
    {
        if (lease.Split(' ') is not [var holder, var epoch, var renewed])
        {
            return [];
        }

        var later = Math.Max(0, read - _lease.Count);
        return new JsonObject
        {
            ["Item"] = new JsonObject
            {
                ["holder"] = new JsonObject { ["S"] = holder },
                ["epoch"] = new JsonObject { ["N"] = epoch },
                ["renewed"] = new JsonObject { ["N"] = $"{int.Parse(renewed) + later}" },
            },
        };
    }
}
