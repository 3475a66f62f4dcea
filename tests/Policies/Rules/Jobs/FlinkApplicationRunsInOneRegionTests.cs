using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F1")]
public class FlinkApplicationRunsInOneRegionTests
{
    private const string Application = "aws:kinesisanalyticsv2/application:Application";
    private const string Switch = """
        { "role": "r", "policy": { "Statement": [{ "Effect": "Allow", "Action": "kinesisanalytics:StartApplication", "Resource": "*" }] } }
        """;

    private static readonly FlinkApplicationRunsInOneRegion Rule = new();

    [Fact]
    public void OneRunsAndTheOtherMayBeStarted_IsUnknown()
    {
        var graph = Twins().Add("aws:iam/rolePolicy:RolePolicy", "switch", Switch);

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["west: startApplication"], graph.Unknown(Rule));
        Assert.True(graph.Outcome(Disruption.Region).Rto.Figure.IsUnknown);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void NothingStartsTheOther_IsAViolation_AndItNeverRuns(bool? starts)
    {
        var graph = starts is null ? Twins().With("west", "startApplication", null) : Twins();

        Assert.Equal(["west: it is not started, and nothing starts it once eu-west-1 is lost"], graph.Violations(Rule));
        Assert.Equal(double.PositiveInfinity, graph.Outcome(Disruption.Region).Rto.Figure.Worst);
    }

    [Fact]
    public void BothRun_IsAViolation() => Assert.Equal(
        ["west: it runs while its twin does so too, and nothing tells that their records are different ones"],
        Twins().With("west", "startApplication", true).Violations(Rule));

    [Fact]
    public void BothRunOnDataOfTheirOwn_IsCompliant() => Assert.Empty(Twins().Without("out").With("west", "startApplication", true).Violations(Rule));

    [Theory]
    [InlineData("east")]
    [InlineData("west")]
    public void StartIsNotKnown_IsUnknown(string name)
    {
        var graph = Twins().With("west", "startApplication", true).With(name, "startApplication", "?");

        Assert.Empty(graph.Violations(Rule));
        Assert.NotEmpty(graph.Unknown(Rule));
        Assert.True(graph.Without("out").Outcome(Disruption.Region).Rpo.Figure.IsUnknown);
    }

    [Fact]
    public void ApplicationAlone_IsNotJudgedHere() => Assert.Empty(Twins().Without("west").Violations(Rule));

    [Fact]
    public void Waived_IsNotReported() => Assert.Empty(Twins().Violations(Rule, RecoverySettingsFile.Parse(
        "waivers: [{ rule: flink-application-runs-in-one-region, urn: '*::west', reason: by hand, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    [Fact]
    public void State_OutlivesNodeAndZone_AndIsUnknownAfterTheRegion()
    {
        var graph = Twins().Without("out").With("west", "startApplication", true);

        Assert.Equal(
            (0d, 0d, "unknown"),
            (graph.Outcome(Disruption.Instance).Rpo.Figure.Worst, graph.Outcome(Disruption.Zone).Rpo.Figure.Worst,
                ClusterObjects.Word(graph.Outcome(Disruption.Region).Rpo.Figure)));
    }

    [Fact]
    public void StateOfAnApplicationAlone_IsLostWithItsRegion() => Assert.Contains(
        "its snapshots stay in eu-west-1", Twins().Without("west").Outcome(Disruption.Region).Because, StringComparison.Ordinal);

    [Fact]
    public void WithoutCheckpoints_StateIsLostWithANode() => Assert.Equal(
        double.PositiveInfinity,
        Twins().With("east", "applicationConfiguration", System.Text.Json.Nodes.JsonNode.Parse("""
            { "flinkApplicationConfiguration": { "checkpointConfiguration": { "configurationType": "CUSTOM", "checkpointingEnabled": false } } }
            """)).Outcome(Disruption.Instance).Rpo.Figure.Worst);

    private static TestGraph Twins() => new TestGraph().Manifests()
        .Add("aws:dynamodb/table:Table", "out", """
            { "name": "out", "replicas": [{ "regionName": "eu-central-1" }], "tags": { "dr:workload": "orders" } }
            """)
        .Add(Application, "east", Inputs("true")).Add(Application, "west", Inputs("false"), "eu-central-1");

    private static string Inputs(string starts) => $$"""
        { "name": "clicks", "runtimeEnvironment": "FLINK-1_20", "startApplication": {{starts}}, "tags": { "dr:workload": "orders" } }
        """;
}
