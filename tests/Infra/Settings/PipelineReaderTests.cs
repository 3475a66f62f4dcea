using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Pipelines;

namespace DrInfra.Tests.Infra.Settings;

public class PipelineReaderTests
{
    private const string Sound = $"\"name\":\"enrichment\",{Pipelined.Image}";

    [Fact]
    public void WhatIsNotStated_HasADefault() => Assert.Equal(
        new PipelineSettings(
            "enrichment", PipelineEngine.Container, new ContainerImage("enrichment", null, "1.0"), 1, 1000, 2048, null, PipelineResults.AtLeastOnce),
        Plain(Sound));

    [Fact]
    public void WhatIsStated_IsRead() => Assert.Equal(
        new PipelineSettings(
            "enrichment", PipelineEngine.Container, new ContainerImage("enrichment", null, "1.0"), 300, 500, 4096, "*/5 * * * *",
            PipelineResults.Idempotent),
        Plain($"{Sound},\"engine\":\"container\",\"replicas\":300,\"cpu\":\"500m\",\"memory\":\"4Gi\",\"every\":\"*/5 * * * *\",\"results\":\"idempotent\""));

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("0,30 2-4 1-31/2 JAN-mar,12 0-6")]
    [InlineData("59 23 31 12 SUN")]
    public void Schedule_IsWhatCronSays(string every) => Assert.Equal(every, Read($"{Sound},\"every\":\"{every}\"").Every);

    [Theory]
    [InlineData("0 2 * *")]
    [InlineData("0 0 2 * * *")]
    [InlineData("60 2 * * *")]
    [InlineData("0 24 * * *")]
    [InlineData("0 2 0 * *")]
    [InlineData("0 2 * 13 *")]
    [InlineData("0 2 * * 7")]
    [InlineData("0 4-2 * * *")]
    [InlineData("*/0 2 * * *")]
    [InlineData("0/5/5 2 * * *")]
    [InlineData("1-2-3 2 * * *")]
    [InlineData("-1 2 * * *")]
    [InlineData("0 2 * * MONDAY")]
    [InlineData("@daily")]
    public void ScheduleThatIsNone_IsOneProblem(string every) => AssertOne($"{Sound},\"every\":\"{every}\"", "every", "not a schedule of cron");

    [Theory]
    [InlineData($"\"name\":\"serving\",{Pipelined.Image}", "name", "reserved for the pods that serve")]
    [InlineData($"\"name\":\"a\",{Pipelined.Image}", "name", "not in the expected format")]
    [InlineData(Pipelined.Image, "name", "missing")]
    [InlineData("\"name\":\"enrichment\"", "image", "missing")]
    [InlineData("\"name\":\"enrichment\",\"image\":\"enrichment\"", "image", "not in the expected format")]
    [InlineData($"{Sound},\"engine\":\"containers\"", "engine", "container")]
    [InlineData($"{Sound},\"engine\":\"flnk\"", "engine", "flink")]
    [InlineData($"{Sound},\"program\":\"/opt/a.jar\"", "program", "engine container takes no program")]
    [InlineData($"{Sound},\"reads\":[\"profile\"]", "reads", "profiles")]
    [InlineData($"{Sound},\"writes\":[\"feed\"]", "writes", "feed is no store of the workload")]
    [InlineData($"{Sound},\"catchUp\":{{\"inputMbPerSecond\":0,\"surplusMbPerSecond\":1}}", "catchUp.inputMbPerSecond", "out of range")]
    [InlineData($"{Sound},\"catchUp\":{{\"inputMbPerSecond\":4,\"surplusMbPerSecond\":-1}}", "catchUp.surplusMbPerSecond", "out of range")]
    [InlineData($"{Sound},\"every\":\"0 2 * * *\",\"catchUp\":{{\"inputMbPerSecond\":4,\"surplusMbPerSecond\":1}}", "catchUp", "no backlog")]
    [InlineData($"{Sound},\"replicas\":0", "replicas", "out of range")]
    [InlineData($"{Sound},\"replicas\":301", "replicas", "out of range")]
    [InlineData($"{Sound},\"cpu\":\"99m\"", "cpu", "out of range")]
    [InlineData($"{Sound},\"memory\":\"4G\"", "memory", "not an amount")]
    [InlineData($"{Sound},\"results\":\"at-least-twice\"", "results", "at-least-once")]
    [InlineData($"{Sound},\"schedule\":\"daily\"", "schedule", "unknown key")]
    public void Mistake_IsOneProblem(string pipeline, string where, string what) => AssertOne(pipeline, where, what);

    [Fact]
    public void NameThatAnotherOneHas_IsOneProblem()
    {
        var problem = Assert.Single(Problems($"{{{Sound}}},{{{Sound}}}"));

        Assert.Equal("drinfra:workloads[0].pipelines[1].name", problem.Where!.Key);
        Assert.Contains("enrichment is already used", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dns", null, "drinfra:dns", "workload events has an endpoint")]
    [InlineData("witnessRegion", null, "drinfra:witnessRegion", "needs a witness in a third")]
    [InlineData("witnessRegion", "us-east-1", "drinfra:witnessRegion", "outside the Region set")]
    [InlineData("cluster", """{"publicRanges":["198.51.100.0/24"]}""", "drinfra:cluster.followerImage", "nothing starts pipeline enrichment of")]
    [InlineData("cluster", """{"publicRanges":[],"followerImage":"follower"}""", "drinfra:cluster.followerImage", "not in the expected format")]
    [InlineData("cluster", null, "drinfra:cluster", "each Region has a cluster")]
    public void WhatPipelinesNeed_IsAskedForOnce(string key, string? value, string where, string what)
    {
        var problem = Assert.Single(Problems($"{{{Sound}}}", (key, value)));

        Assert.Equal(where, problem.Where!.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Allowed!);
    }

    [Fact]
    public void RegionsOfDifferentSets_HaveNoLease()
    {
        var problems = Problems($"{{{Sound}}}", ("regions", """{"primary":"eu-west-1","standby":"eu-north-1"}"""));

        Assert.Equal(["drinfra:workloads[0].pipelines", "drinfra:workloads[1].pipelines"], problems.Select(problem => problem.Where!.Key));
        Assert.All(problems, problem =>
        {
            Assert.Contains("eu-west-1 and eu-north-1 are in different Region sets", problem.What, StringComparison.Ordinal);
            Assert.Contains("eu-west-1, eu-west-2, eu-west-3, eu-central-1", problem.Allowed!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TierWithoutAStandby_HasNoPipelines()
    {
        var problem = Assert.Single(Problems(
            $"{{{Sound}}}", ("workloads", Workloads($"{{{Sound}}}").Change("\"tier\":\"business-operational\"", "\"tier\":\"internal\""))));

        Assert.Equal("drinfra:workloads[1].pipelines", problem.Where!.Key);
        Assert.Contains("tier internal has no standby", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkloadOfTheFollowersName_IsRefused()
    {
        var problem = Assert.Single(Problems($"{{{Sound}}}", ("workloads", Workloads($"{{{Sound}}}").Change("\"name\":\"lake\"", "\"name\":\"dr-system\""))));

        Assert.Contains("dr-system is the namespace of what starts pipelines", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkloadThatDoesNotServe_HasPodsAndAPlanOfItsOwn()
    {
        var settings = Configurations.PrimarySettings(Pipelined.Changes);

        Assert.Equal(["events"], settings.Serving.Select(workload => workload.Name));
        Assert.Equal(["events", "lake"], settings.InCluster.Select(workload => workload.Name));
        Assert.Equal(["events", "enrichment", "compaction", "follower"], settings.Images.Select(image => image.Repository));
    }

    // Lists compare by what they are, not by what is in them.
    private static PipelineSettings Plain(string pipeline) => Read(pipeline) with { Reads = [], Writes = [] };

    private static string Workloads(string pipelines) => Pipelined.With(pipelines).Single(change => change.Key == "workloads").Value!;

    private static PipelineSettings Read(string pipeline) =>
        Assert.Single(Configurations.PrimarySettings(Pipelined.With($"{{{pipeline}}}")).Workloads[0].Pipelines);

    private static void AssertOne(string pipeline, string where, string what)
    {
        var problem = Assert.Single(Problems($"{{{pipeline}}}"));

        Assert.Equal($"drinfra:workloads[0].pipelines[0].{where}", problem.Where!.Key);
        Assert.Contains(what, $"{problem.What} {problem.Allowed}", StringComparison.Ordinal);
        Assert.NotEmpty(problem.Got!);
        Assert.NotEmpty(problem.Fix!);
    }

    private static IReadOnlyList<Problem> Problems(string pipelines, params (string Key, string? Value)[] changes) => Assert.Throws<ProblemsException>(
        () => PlatformSettingsReader.Read(Configurations.Primary([.. Pipelined.With(pipelines), .. changes]))).Problems;
}
