using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Ownership;

/// <summary>The rules on what the manifests of a workload say: that it is readable, the same in both stacks, and no less than recovery.yaml.</summary>
public class ManifestRulesTests
{
    private const string Tables = """[{ "name": "orders", "kind": "table", "sizeGb": 1, "changeGbPerDay": 1 }]""";

    [Fact]
    public void SameInBothRegions_IsCompliant()
    {
        var graph = new TestGraph().Manifests(Tables);

        Assert.Empty(graph.Violations(new ManifestsOfAPairAgree()));
        Assert.Empty(graph.Violations(new ManifestPromisesDurations()));
        Assert.Empty(graph.Violations(new WorkloadHasAManifest()));
        Assert.Empty(graph.Violations(new ManifestKeepsTheOperatorsWord(), Said("1d")));
    }

    [Fact]
    public void OtherStoresInOneRegion_IsAViolation() => Assert.Equal(
        ["manifest-standby: the manifest of orders differs from that of stack dev in stores"],
        new TestGraph().Manifest(Tables).Manifest("[]", region: "eu-central-1", role: "standby").Violations(new ManifestsOfAPairAgree()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhicheverFileIsReadFirst_ItIsToldOfTheStandbys(bool standbyFirst)
    {
        var (primary, standby) = (new TestGraph("one").Manifest(Tables), new TestGraph("two").Manifest("[]", region: "eu-central-1", role: "standby"));

        Assert.Equal(
            ["manifest-standby: the manifest of orders differs from that of stack one in stores"],
            standbyFirst ? standby.Violations(new ManifestsOfAPairAgree(), null, primary) : primary.Violations(new ManifestsOfAPairAgree(), null, standby));
    }

    [Theory]
    [InlineData("objectives/instance/rpo", "\"a day\"", "objectives.instance.rpo is a day")]
    [InlineData("decide", "\"soon\"", "decide is soon")]
    [InlineData("corruptionDetection", "\"-1h\"", "corruptionDetection is -1h")]
    [InlineData("objectives/meteor", """{ "rpo": "1d", "rto": "1d" }""", "objectives.meteor is no disruption")]
    public void WordThatIsNoDuration_IsAViolation(string path, string word, string message) => Assert.Equal(
        [$"manifest-primary: {message}, a duration such as 90s, 15m, 1h30m or 7d is needed"],
        new TestGraph().Manifest().With("manifest-primary", $"insecureValue/{path}", JsonNode.Parse(word)).Violations(new ManifestPromisesDurations()));

    [Fact]
    public void ValueThatIsNoManifest_IsAViolation() => Assert.Equal(
        ["manifest: the value is not a recovery manifest"],
        new TestGraph().Add("aws:ssm/parameter:Parameter", "manifest", """{ "name": "/dr/main/orders", "insecureValue": "orders" }""")
            .Violations(new ManifestPromisesDurations()));

    [Theory]
    [InlineData("1d")]
    [InlineData("2d")]
    public void PromiseWithinWhatTheOperatorSays_IsCompliant(string said) =>
        Assert.Empty(new TestGraph().Manifests().Violations(new ManifestKeepsTheOperatorsWord(), Said(said)));

    [Fact]
    public void PromiseOfLess_IsAViolationInEachStack() => Assert.Equal(
        ["manifest-primary: orders: region RPO is 1d, recovery.yaml states 23h", "manifest-standby: orders: region RPO is 1d, recovery.yaml states 23h"],
        new TestGraph().Manifests().Violations(new ManifestKeepsTheOperatorsWord(), Said("23h")).Order(StringComparer.Ordinal));

    [Fact]
    public void TaggedWorkloadWithoutManifest_IsAViolation_UnlessRecoveryYamlPromisesIt()
    {
        var graph = new TestGraph().Add("aws:dynamodb/table:Table", "table", """{ "tags": { "dr:workload": "orders" } }""");

        Assert.Equal(["table: orders has no recovery manifest in stack dev"], graph.Violations(new WorkloadHasAManifest()));
        Assert.Empty(graph.Violations(new WorkloadHasAManifest(), Said("1d")));
    }

    [Theory]
    [InlineData("""{ "tags": { "dr:pair": "main" } }""", true)]
    [InlineData("""{ "tags": { "dr:pair": "main", "dr:workload": "orders" } }""", false)]
    [InlineData("{}", false)]
    public void DataWithoutWorkload_IsAViolationOfATaggedStack(string table, bool violated) => Assert.Equal(
        violated ? ["table: it holds data and belongs to no workload"] : Array.Empty<string>(),
        new TestGraph().Add("aws:dynamodb/table:Table", "table", table).Violations(new EveryStatefulResourceIsClassified()));

    private static RecoverySettings Said(string rpo) => RecoverySettingsFile.Parse($$"""
        objectives:
          workloads:
            orders:
              region: { rpo: {{rpo}}, rto: 1d }
        """, "recovery.yaml");
}
