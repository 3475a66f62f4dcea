using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F1")]
public class AirflowSchedulesRunInOneRegionTests
{
    private const string Environment = "aws:mwaa/environment:Environment";

    private static readonly AirflowSchedulesRunInOneRegion Rule = new();

    [Theory]
    [InlineData(null, 1)]
    [InlineData("True", 1)]
    [InlineData("False", 0)]
    [InlineData("?", 1)]
    public void SchedulesOfBoth_AreUnknown_UnlessOneHasNone(string? scheduling, int unknown)
    {
        var graph = scheduling is null ? Twins() : Twins().With(
            "west", "airflowConfigurationOptions", new System.Text.Json.Nodes.JsonObject { ["scheduler.use_job_schedule"] = scheduling });

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(unknown, graph.Unknown(Rule).Length);
    }

    [Fact]
    public void EnvironmentAlone_IsNotJudgedHere_AndItsDatabaseIsLostWithTheRegion()
    {
        var graph = Twins().Without("west");

        Assert.Empty(graph.Unknown(Rule));
        Assert.Equal(double.PositiveInfinity, graph.Outcome(Disruption.Region).Rpo.Figure.Worst);
        Assert.Contains("its metadata database stays in eu-west-1", graph.Outcome(Disruption.Region).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void ResultsThatNeverMeet_AreNotJudged() => Assert.Empty(Twins().Without("out").Unknown(Rule));

    [Fact]
    public void DatabaseOfTwins_IsUnknownAfterTheRegion() => Assert.Equal(
        ("bounded", "unknown"),
        (ClusterObjects.Word(Twins().Outcome(Disruption.Zone).Rpo.Figure),
            ClusterObjects.Word(Twins().Without("out").Outcome(Disruption.Region).Rpo.Figure)));

    private static TestGraph Twins() => new TestGraph().Manifests()
        .Add("aws:dynamodb/table:Table", "out", """
            { "name": "out", "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }], "tags": { "dr:workload": "orders" } }
            """)
        .Add(Environment, "east", Inputs).Add(Environment, "west", Inputs, "eu-central-1");

    private const string Inputs = """{ "name": "flows", "dagS3Path": "dags", "tags": { "dr:workload": "orders" } }""";
}
