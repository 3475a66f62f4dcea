using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "H2")]
public class OperatorWatchesItsJobsTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Flink = "flink-kubernetes-operator";
    private const string Spark = "oci://registry.example.com/charts/spark-operator";

    private static readonly OperatorWatchesItsJobs Rule = new();

    [Theory]
    [InlineData(Flink, "{}")]
    [InlineData(Flink, """{ "watchNamespaces": [] }""")]
    [InlineData(Flink, """{ "watchNamespaces": ["orders", "other"] }""")]
    [InlineData(Spark, """{ "spark": { "jobNamespaces": ["orders"] } }""")]
    [InlineData(Spark, """{ "spark": { "jobNamespaces": ["", "other"] } }""")]
    public void OperatorThatSeesTheJob_IsCompliant(string chart, string values) => Assert.Empty(Graph(chart, values).Violations(Rule));

    [Theory]
    [InlineData(Flink, """{ "watchNamespaces": ["flink"] }""", "operator watches flink, but not orders: nothing runs it")]
    [InlineData(Spark, """{ "spark": { "jobNamespaces": ["spark", "other"] } }""", "operator watches spark, other, but not orders: nothing runs it")]
    [InlineData(Spark, "{}", "operator watches default, but not orders: nothing runs it")]
    public void NamespaceThatNobodyWatches_IsAViolation(string chart, string values, string message) =>
        Assert.Equal([$"job: {message}"], Graph(chart, values).Violations(Rule));

    // The chart of Spark's former operator watched all namespaces by default.
    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{ "sparkJobNamespace": "spark" }""", 1)]
    [InlineData("""{ "sparkJobNamespaces": ["orders"] }""", 0)]
    public void FormerChartOfSpark_IsReadAsItWas(string values, int violations) =>
        Assert.Equal(violations, Graph(Spark, values).With("operator", "version", "1.4.6").Violations(Rule).Length);

    [Fact]
    public void ClusterWithoutTheOperatorOfTheOtherOne_IsAViolation() => Assert.Equal(
        ["job-west: no flink-kubernetes-operator is declared in its cluster, as it is in another one (operator): nothing runs it"],
        Graph(Flink, "{}").Cluster("west", "eu-central-1").Object(
            "kubernetes:flink.apache.org/v1beta1:FlinkDeployment", "job-west", """ "spec": {} """, "west").Violations(Rule));

    [Fact]
    public void NoOperatorDeclaredAnywhere_IsNotJudged() => Assert.Empty(Graph(Flink, "{}").Without("operator").Violations(Rule));

    [Theory]
    [InlineData("values/watchNamespaces", "?")]
    [InlineData("values", "?")]
    public void NamespacesNotKnown_IsUnknown(string property, string value)
    {
        var graph = Graph(Flink, """{ "watchNamespaces": ["flink"] }""").With("operator", property, value);

        Assert.Empty(graph.Violations(Rule));
        Assert.Single(graph.Unknown(Rule));
    }

    [Fact]
    public void NamespaceOfTheJobNotKnown_IsUnknown() => Assert.Equal(
        ["job: metadata.namespace"],
        Graph(Flink, """{ "watchNamespaces": ["flink"] }""").With("job", "metadata/namespace", "?").Unknown(Rule));

    [Fact]
    public void OperatorDeclaredAsObjects_IsUnknown() => Assert.Equal(
        ["deployment: spec.template"],
        Graph(Flink, "{}").Without("operator").Object(ClusterObjects.Deployment, "deployment", """
            "spec": { "template": { "spec": { "containers": [{ "name": "operator", "image": "ghcr.io/apache/flink-kubernetes-operator:1.12.0" }] } } }
            """, space: "flink").Unknown(Rule));

    [Theory]
    [InlineData(Flink, """{ "replicas": 0 }""", "values.replicas")]
    [InlineData(Spark, """{ "spark": { "jobNamespaces": [""] }, "controller": { "replicas": 0 } }""", "values.controller.replicas")]
    public void OperatorWithoutPods_IsAViolation(string chart, string values, string property) => Assert.Equal(
        [$"job: {property} of operator is 0: nothing runs it"], Graph(chart, values).Violations(Rule));

    [Theory]
    [InlineData(Flink, """{ "replicas": 1 }""")]
    [InlineData(Spark, """{ "spark": { "jobNamespaces": [""] }, "controller": { "replicas": 1 } }""")]
    public void OperatorWithOnePod_IsCompliant(string chart, string values) => Assert.Empty(Graph(chart, values).Violations(Rule));

    [Fact]
    public void PodsOfTheOperatorNotKnown_IsUnknown()
    {
        var graph = Graph(Flink, """{ "replicas": 0 }""").With("operator", "values/replicas", "?");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["operator: values.replicas"], graph.Unknown(Rule));
    }

    // The operator takes it for a mistake, wherever it is installed.
    [Theory]
    [InlineData(0, "none", "spec.jobManager.replicas is 0: the operator refuses it, and nothing runs")]
    [InlineData(1, "none", null)]
    [InlineData(2, "none", "spec.jobManager.replicas is 2 without high availability: the operator refuses it, and nothing runs")]
    [InlineData(2, "kubernetes", null)]
    public void JobManagersThatTheOperatorRefuses_AreAViolation(int replicas, string availability, string? message)
    {
        var graph = Graph(Flink, "{}").Without("operator").With("job", "spec/jobManager", JsonNode.Parse($$"""{ "replicas": {{replicas}} }""")!)
            .With("job", "spec/flinkConfiguration", JsonNode.Parse(
                $$"""{ "high-availability.type": "{{availability}}", "high-availability.storageDir": "s3://state/ha" }""")!);

        Assert.Equal(message is null ? [] : [$"job: {message}"], graph.Violations(Rule));
    }

    [Theory]
    [InlineData("spec/jobManager/replicas", "spec.jobManager.replicas")]
    [InlineData("spec/flinkConfiguration", "spec.flinkConfiguration")]
    public void JobManagersNotKnown_AreUnknown(string open, string property)
    {
        var graph = Graph(Flink, "{}").With("job", "spec/jobManager", JsonNode.Parse("""{ "replicas": 2 }""")!).With("job", open, "?");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal([$"job: {property}"], graph.Unknown(Rule));
    }

    [Fact]
    public void Waived_IsNotReported() => Assert.Empty(Graph(Spark, "{}").Violations(Rule, RecoverySettingsFile.Parse(
        "waivers: [{ rule: operator-watches-its-jobs, urn: '*::job', reason: moved, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    private static TestGraph Graph(string chart, string values) => new TestGraph().Cluster()
        .Object(Release, "operator", $$""" "chart": "{{chart}}", "values": {{values}} """, space: "operators")
        .Object(
            chart == Flink ? "kubernetes:flink.apache.org/v1beta1:FlinkDeployment" : "kubernetes:sparkoperator.k8s.io/v1beta2:SparkApplication",
            "job", """ "spec": {} """);
}
