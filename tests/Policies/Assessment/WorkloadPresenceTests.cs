using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>What nothing is there of has no figures.</summary>
public class WorkloadPresenceTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    private const string Promise = "objectives: { workloads: { docs: { region: { rpo: 30m, rto: 30m }, decide: 15m, corruptionDetection: 1h } } }\n";

    private static readonly WorkloadHasResources Rule = new();

    [Fact]
    public void PatternsThatMatchNothing_AreNamedWithFileAndLine()
    {
        var settings = Settings("workloads:\n  docs:\n    resources: ['*::aws:s3/bucketV2:BucketV2::docs', '*::files']\n" + Promise);
        var graph = Docs();

        var violation = Assert.Single(graph.Check(Rule, settings).Violations);
        Assert.Equal(
            (Level.Mandatory, "docs: recovery.yaml, line 2: no resource matches *::aws:s3/bucketV2:BucketV2::docs or *::files", "docs"),
            (violation.Enforcement, violation.Message, violation.Workload));
        AssertUnknown(graph.Outcome(settings), "no resource of the workload is in these stacks");
    }

    [Fact]
    public void PatternThatMatches_IsJudged()
    {
        var settings = Settings("workloads:\n  docs:\n    resources: ['*::docs']\n" + Promise);

        Assert.Empty(Docs().Violations(Rule, settings));
        Assert.Equal(ObjectiveVerdict.Breached, Docs().Outcome(settings).RpoVerdict);
    }

    [Fact]
    public void ObjectivesAlone_AreNamedWithFileAndLine()
    {
        Assert.Equal(
            [": docs: recovery.yaml, line 1 has objectives for it, but no resource is tagged dr:workload docs or matched by a pattern under workloads"],
            Docs().Violations(Rule, Settings(Promise)));
        AssertUnknown(Docs().Outcome(Settings(Promise)), "no resource of the workload is in these stacks");
    }

    [Fact]
    public void ManifestsAlone_AreAViolation()
    {
        var graph = new TestGraph().Manifests();

        Assert.Equal(["manifest-primary: orders: no resource other than its manifest is tagged dr:workload orders"], graph.Violations(Rule));
        AssertUnknown(graph.Outcome(Disruption.Region), "no resource of the workload is in these stacks");
    }

    [Fact]
    public void ManifestOfTheStandbyAlone_WaitsForTheOtherStack() =>
        Assert.Empty(new TestGraph().Manifest(region: "eu-central-1", role: "standby").Violations(Rule));

    [Fact]
    public void ServersWithoutAStore_HaveNoRpoAndAnRto()
    {
        var outcome = new TestGraph().Manifests(extra: "\"capacity\":{\"serving\":2},")
            .Add("aws:autoscaling/group:Group", "app", """{ "minSize": 2, "maxSize": 4, "tags": [{ "key": "dr:workload", "value": "orders" }] }""")
            .Outcome(Disruption.Instance);

        Assert.Equal((ObjectiveVerdict.NotApplicable, Figure.None), (outcome.RpoVerdict, outcome.Rpo.Figure));
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, outcome.RtoVerdict);
        Assert.EndsWith("; RPO does not apply: no store", outcome.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingThatIsRead_IsUnknown() => AssertUnknown(
        new TestGraph().Manifests().Add("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", """{ "tags": { "dr:workload": "orders" } }""")
            .Outcome(Disruption.Region),
        "not known before the deployment: no resource of orders that was read holds data or serves");

    [Fact]
    public void WorkloadOfAnotherPair_IsTheOthers()
    {
        var settings = Settings("workloads: { docs: { resources: ['*::docs'] }, files: { resources: ['*::files'] } }");
        var report = StackCheck.Run(
            Estate.Of([Pair("a", "docs").Build(), Pair("b", "files").Build()], AwsNames.Instance), settings, TestGraph.Today, rules: [Rule]);

        Assert.Empty(report.Violations);
    }

    private static void AssertUnknown(Outcome outcome, string because)
    {
        Assert.Equal((ObjectiveVerdict.Unknown, ObjectiveVerdict.Unknown), (outcome.RpoVerdict, outcome.RtoVerdict));
        Assert.True(outcome.Rpo.Figure.IsUnknown && outcome.Rto.Figure.IsUnknown);
        Assert.Equal(because, outcome.Because);
    }

    private static TestGraph Docs() => new TestGraph().Add(Bucket, "docs", """{ "bucket": "docs" }""");

    private static TestGraph Pair(string pair, string bucket) =>
        new TestGraph(pair).Add(Bucket, bucket, $$"""{ "bucket": "{{bucket}}", "tags": { "dr:pair": "{{pair}}" } }""");

    private static RecoverySettings Settings(string text) => RecoverySettingsFile.Parse(text, "recovery.yaml");
}
