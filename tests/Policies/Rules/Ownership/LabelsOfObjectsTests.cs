using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Ownership;

/// <summary>On Kubernetes the labels are the tags: the rules on ownership judge objects by them, and by their cluster's Region.</summary>
public class LabelsOfObjectsTests
{
    private const string All = """
        { "dr.drinfra.io/pair": "main", "dr.drinfra.io/workload": "orders", "dr.drinfra.io/tier": "gold", "dr.drinfra.io/owner": "team",
          "dr.drinfra.io/role": "primary", "dr.drinfra.io/region": "eu-west-1", "dr.drinfra.io/environment": "test", "app.kubernetes.io/managed-by": "pulumi" }
        """;

    private static readonly Rule[] Rules =
    [
        new ResourceHasWorkloadTags(), new DerivedTagsAreSet(), new TagsOfAWorkloadAgree(), new ResourceIsInItsDeclaredRegion(),
        new EveryStatefulResourceIsClassified(), new ResourceHasAProviderOfItsOwn(),
    ];

    [Fact]
    public void ObjectWithAllLabels_IsCompliant() => Assert.All(Rules, rule => Assert.Empty(Of(Graph(), rule)));

    [Fact]
    public void Labels_AreReadAsTags()
    {
        var node = Estate.Of([Graph().Build()], AwsNames.Instance).OfType(ClusterObjects.Claim).Single();

        Assert.Equal("orders", node.Workload);
        Assert.Equal("gold", node.Tag(DrTags.Tier));
        Assert.Equal("pulumi", node.Tag("managed-by"));
        Assert.Equal("eu-west-1", node.Region);
        Assert.False(node.Stack.IsForeign);
    }

    [Fact]
    public void MissingLabel_IsAViolation() => Assert.Equal(
        ["data: lacks the labels dr.drinfra.io/owner"],
        Of(Graph().Change("dr.drinfra.io/owner", "example.com/owner"), new ResourceHasWorkloadTags()));

    [Fact]
    public void ObjectWithoutLabels_IsAViolation() => Assert.StartsWith(
        "space: lacks the labels dr.drinfra.io/pair, dr.drinfra.io/workload",
        Assert.Single(Of(Graph().Object("kubernetes:core/v1:Namespace", "space", """ "spec": {} """), new ResourceHasWorkloadTags())),
        StringComparison.Ordinal);

    [Fact]
    public void UnknownLabels_AreNotMissed() =>
        Assert.Empty(Of(Graph().With("data", "metadata/labels", "?"), new ResourceHasWorkloadTags()));

    [Fact]
    public void Chart_TakesNoLabels() => Assert.Empty(Of(
        Graph().Add("kubernetes:helm.sh/v3:Release", "chart", """{ "chart": "velero" }"""), new ResourceHasWorkloadTags()));

    [Fact]
    public void DerivedLabelThatIsMissing_IsWritten()
    {
        var graph = Graph().Change("dr.drinfra.io/region", "example.com/region");
        var node = Estate.Of([graph.Build()], AwsNames.Instance).OfType(ClusterObjects.Claim).Single();
        var rule = new DerivedTagsAreSet();

        Assert.Equal(["data: lacks the labels dr.drinfra.io/region"], Of(graph, rule));
        var written = (MapValue)((MapValue)rule.Remediate(node, new RuleParameters(rule))!["metadata"]!)["labels"]!;
        Assert.Equal("eu-west-1", ((TextValue)written["dr.drinfra.io/region"]!).Value);
        Assert.Equal("orders", ((TextValue)written["dr.drinfra.io/workload"]!).Value);
    }

    [Fact]
    public void LabelThatDiffersFromTheOthers_IsAViolation() => Assert.Equal(
        ["data: dr.drinfra.io/tier is silver, on the others gold"],
        Of(
            Graph().Change("gold", "silver")
                .Object(ClusterObjects.Claim, "more", """ "spec": {} """, labels: All).Object(ClusterObjects.Claim, "most", """ "spec": {} """, labels: All),
            new TagsOfAWorkloadAgree()));

    [Fact]
    public void ObjectInAClusterOfAnotherRegion_IsAViolation() => Assert.Equal(
        ["far: is in eu-central-1, but dr.drinfra.io/region states eu-west-1"],
        Of(
            Graph().Cluster("away", "eu-central-1").Object(ClusterObjects.Claim, "far", """ "spec": {} """, "away", labels: All),
            new ResourceIsInItsDeclaredRegion()));

    [Fact]
    public void ClaimOfNoWorkload_IsAViolation() => Assert.Equal(
        ["lost: it holds data and belongs to no workload"],
        Of(Graph().Object(ClusterObjects.Claim, "lost", """ "spec": {} """, space: "elsewhere"), new EveryStatefulResourceIsClassified()));

    [Fact]
    public void DefaultProvider_IsAViolation() => Assert.Equal(
        ["loose: uses the default provider, whose cluster the program does not state"],
        Of(
            Graph().Add(
                ClusterObjects.Claim, "loose", $$"""{ "metadata": { "name": "loose", "labels": {{All}} } }""",
                options: resource => resource["provider"] = "urn:pulumi:dev::test::pulumi:providers:kubernetes::default_4_34_2::id"),
            new ResourceHasAProviderOfItsOwn()));

    [Fact]
    public void UnprotectedClaim_IsAViolation() =>
        Assert.Equal(["data: the volume claim is not protected from deletion"], Graph().Violations(new StatefulResourceIsProtected()));

    private static string[] Of(TestGraph graph, Rule rule) =>
        [.. graph.Violations(rule).Where(violation => !Array.Exists(["east", "away"], cluster => violation.StartsWith(cluster, StringComparison.Ordinal)))];

    private static TestGraph Graph() => new TestGraph().Cluster().Object(ClusterObjects.Claim, "data", """ "spec": {} """, labels: All);
}
