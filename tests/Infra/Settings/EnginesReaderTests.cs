using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Pipelines;

namespace DrInfra.Tests.Infra.Settings;

public class EnginesReaderTests
{
    [Fact]
    public void JobOfFlink_HasSavepointsABacklogAndAProgram()
    {
        var pipeline = Assert.Single(Configurations.PrimarySettings(Engines.With(Engines.Flink)).Workloads[0].Pipelines);

        Assert.Equal((PipelineEngine.Flink, "/opt/flink/usrlib/sessions.jar", null), (pipeline.Engine, pipeline.Program, pipeline.Every));
        Assert.Equal(new SavepointSettings("state", TimeSpan.FromMinutes(10), 40), pipeline.Savepoints);
        Assert.Equal(new CatchUpSettings(4, 20), pipeline.CatchUp);
        Assert.Equal(["feed"], pipeline.Reads);
        Assert.Equal(["payloads"], pipeline.Writes);
        Assert.Null(pipeline.Hadoop);
    }

    [Fact]
    public void JobOfHadoop_HasNoImageAndInstancesToChooseFrom()
    {
        var pipeline = Assert.Single(Configurations.PrimarySettings(Engines.With(Engines.Hadoop)).Workloads[0].Pipelines);

        Assert.Equal((PipelineEngine.Hadoop, "jobs/compaction-2.1.jar", "0 */4 * * 1-5"), (pipeline.Engine, pipeline.Program, pipeline.Every));
        Assert.Equal("payloads", pipeline.Hadoop!.Artifacts);
        Assert.Equal(["m7g.xlarge", "m6g.xlarge"], pipeline.Hadoop.InstanceTypes);
        Assert.Null(pipeline.Image);
    }

    [Fact]
    public void ImagesOfAllEngines_AreThoseOfJobsAndOperators() => Assert.Equal(
        ["events", "sessions", "rollup", "follower", "flink-operator", "spark-operator"],
        Configurations.PrimarySettings(Engines.With(Engines.Flink, Engines.Spark, Engines.Hadoop)).Images.Select(image => image.Repository));

    [Theory]
    [InlineData("\"every\":\"10m\"", "\"every\":\"59s\"", "savepoints.every", "out of range")]
    [InlineData("\"every\":\"10m\"", "\"every\":\"1d1m\"", "savepoints.every", "out of range")]
    [InlineData("\"every\":\"10m\",", "", "savepoints.every", "missing")]
    [InlineData("\"in\":\"state\"", "\"in\":\"states\"", "savepoints.in", "state")]
    [InlineData("\"in\":\"state\"", "\"in\":\"feed\"", "savepoints.in", "feed is no bucket of the workload")]
    [InlineData("\"stateGb\":40", "\"stateGb\":0", "savepoints.stateGb", "out of range")]
    [InlineData("\"savepoints\":{\"in\":\"state\",\"every\":\"10m\",\"stateGb\":40},", "", "savepoints", "missing: another Region")]
    [InlineData("\"catchUp\":{\"inputMbPerSecond\":4,\"surplusMbPerSecond\":20},", "", "catchUp", "missing: how long the backlog")]
    [InlineData("\"reads\":[\"feed\"]", "\"reads\":[\"payloads\"]", "reads", "feed")]
    [InlineData("\"program\":\"/opt/flink/usrlib/sessions.jar\"", "\"program\":\"sessions.jar\"", "program", "an absolute path in the image")]
    [InlineData("\"memory\":\"4Gi\"", "\"memory\":\"1023Mi\"", "memory", "1Gi or more")]
    [InlineData("\"replicas\":3", "\"every\":\"0 2 * * *\"", "every", "engine flink takes no every")]
    public void MistakeOfAFlinkJob_IsOneProblem(string text, string other, string where, string what) =>
        AssertOne(Engines.Flink.Change(text, other), where, what);

    [Theory]
    [InlineData("\"artifacts\":\"payloads\"", "\"artifacts\":\"feed\"", "artifacts", "feed is no bucket of the workload")]
    [InlineData("\"artifacts\":\"payloads\",", "", "artifacts", "missing")]
    [InlineData("[\"m7g.xlarge\",\"m6g.xlarge\"]", "[]", "instanceTypes", "missing")]
    [InlineData("\"m7g.xlarge\"", "\"a.xlarge\",\"b.xlarge\",\"c.xlarge\",\"d.xlarge\",\"e.xlarge\"", "instanceTypes", "too many")]
    [InlineData("\"every\":\"0 */4 * * 1-5\",", "", "every", "missing")]
    [InlineData("0 */4 * * 1-5", "0 4 1 * 1-5", "every", "not both")]
    [InlineData("\"replicas\":4", "\"cpu\":\"2\"", "cpu", "engine hadoop takes no cpu")]
    [InlineData("\"replicas\":4", "\"image\":\"a:1\"", "image", "engine hadoop takes no image")]
    public void MistakeOfAHadoopJob_IsOneProblem(string text, string other, string where, string what) =>
        AssertOne(Engines.Hadoop.Change(text, other), where, what);

    [Fact]
    public void AllMistakesOfAPipeline_AreToldAtOnce() => Assert.Equal(
        ["artifacts", "catchUp", "memory", "program", "savepoints.every", "savepoints.in"],
        Problems(Engines.Flink
            .Change("\"name\":\"sessions\"", "\"name\":\"sessions\",\"artifacts\":\"payloads\"")
            .Change("/opt/flink/usrlib/sessions.jar", "sessions.jar").Change("\"in\":\"state\"", "\"in\":\"feed\"")
            .Change("\"every\":\"10m\"", "\"every\":\"2d\"").Change("\"memory\":\"4Gi\"", "\"memory\":\"512Mi\"")
            .Change("\"catchUp\":{\"inputMbPerSecond\":4,\"surplusMbPerSecond\":20},", ""))
            .Select(problem => problem.Where!.Key["drinfra:workloads[0].pipelines[0].".Length..]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("flinkOperatorImage", "sessions")]
    [InlineData("sparkOperatorImage", "rollup")]
    public void OperatorWithoutAnImage_IsOneProblem(string key, string pipeline)
    {
        var changes = Engines.With(Engines.Flink, Engines.Spark);
        changes[0].Value = changes[0].Value!.Change($"\"{key}\"", "\"x\"");
        var problems = Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(Configurations.Primary(changes))).Problems;

        Assert.Contains(problems, problem =>
            problem.Where!.Key == $"drinfra:cluster.{key}"
            && problem.What.Contains($"nothing starts pipeline {pipeline} of workload events", StringComparison.Ordinal));
    }

    // 33 characters beside "events-" and eleven more make 46.
    [Fact]
    public void NameThatItsOperatorRefuses_IsOneProblem()
    {
        var changes = Engines.With(Engines.Spark.Change("\"name\":\"rollup\"", "\"name\":\"rollup-of-all-of-it-now\""));
        changes[1].Value = changes[1].Value!.Change("\"name\":\"events\"", "\"name\":\"events-of-customers-here\"");
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(Configurations.Primary(changes))).Problems);

        Assert.Equal("drinfra:workloads[0].pipelines[0].name", problem.Where!.Key);
        Assert.Contains("too long a name for its operator", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallSizing_LeavesOutWhatReadsAStream()
    {
        var settings = Configurations.PrimarySettings([.. Engines.With(Engines.Flink, Engines.Spark), ("sizing", "small")]);

        Assert.Equal(["rollup"], settings.Workloads[0].Pipelines.Select(pipeline => pipeline.Name));
        Assert.Contains(settings.Notices, notice => notice.StartsWith("sizing small: pipeline sessions of events is not declared", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("30 2 * * *", "cron(30 2 * * ? *)")]
    [InlineData("0 */4 * * 1-5", "cron(0 */4 ? * 2-6 *)")]
    [InlineData("0 3 * * 0,3,sat", "cron(0 3 ? * 1,4,SAT *)")]
    [InlineData("0 3 1-7/2 JAN *", "cron(0 3 1-7/2 JAN ? *)")]
    [InlineData("0 3 1 * 1", null)]
    public void Cron_IsSpelledAsTheSchedulerTakesIt(string cron, string? expression) => Assert.Equal(expression, SchedulerCron.Of(cron));

    private static void AssertOne(string pipeline, string where, string what)
    {
        var problem = Assert.Single(Problems(pipeline));

        Assert.Equal($"drinfra:workloads[0].pipelines[0].{where}", problem.Where!.Key);
        Assert.Contains(what, $"{problem.What} {problem.Allowed}", StringComparison.Ordinal);
        Assert.NotEmpty(problem.Fix!);
    }

    private static IReadOnlyList<Problem> Problems(string pipeline) =>
        Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(Configurations.Primary(Engines.With(pipeline)))).Problems;
}
