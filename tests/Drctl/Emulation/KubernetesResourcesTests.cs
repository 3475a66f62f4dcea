using System.Collections.Immutable;
using DrInfra.Drctl.Emulation;
using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class KubernetesResourcesTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    private const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";

    private readonly TestCloud _cloud = new();

    public KubernetesResourcesTests()
    {
        AddProvider("kubernetes-west", "west");
        AddProvider("kubernetes-central", "central");
    }

    [Fact]
    public void ObjectWithoutName_HasItsLogicalNameWithEightDigits()
    {
        var deployment = Create(Deployment, "serving", ("metadata", Map(("labels", Map(("app", "orders"))))));

        var metadata = Metadata(deployment);
        Assert.Matches("^serving-[0-9a-f]{8}$", (string)metadata["name"]);
        Assert.Equal("true", ((ImmutableDictionary<string, object>)metadata["annotations"])["pulumi.com/autonamed"]);
        Assert.Equal("default", metadata["namespace"]);
        Assert.Equal($"default/{metadata["name"]}", deployment.Id);
    }

    [Fact]
    public void GeneratedName_KeepsItsPrefixAndIsNotMarked()
    {
        var metadata = Metadata(Create(Deployment, "serving", ("metadata", Map(("generateName", "orders-"), ("namespace", "orders")))));

        Assert.Matches("^orders-[0-9a-f]{5}$", (string)metadata["name"]);
        Assert.DoesNotContain("annotations", metadata.Keys);
    }

    [Fact]
    public void Namespace_HasTheLabelThatNetworkPoliciesSelectBy()
    {
        var metadata = Metadata(Create(Namespace, "orders", ("metadata", Map(("name", "orders"), ("labels", Map(("a", "b")))))));

        Assert.Equal(
            new Dictionary<string, object> { ["a"] = "b", ["kubernetes.io/metadata.name"] = "orders" }, (IDictionary<string, object>)metadata["labels"]);
        Assert.DoesNotContain("namespace", metadata.Keys);
    }

    [Fact]
    public void Defaults_AreUnderWhatTheProgramStates()
    {
        var spec = (ImmutableDictionary<string, object>)Create(
            Deployment, "serving", ("metadata", Map(("name", "serving"))), ("spec", Map(("revisionHistoryLimit", 2.0)))).Outputs["spec"];

        Assert.Equal(2.0, spec["revisionHistoryLimit"]);
        Assert.Equal(600, spec["progressDeadlineSeconds"]);
    }

    [Theory]
    [InlineData("karpenter.sh/v1:NodePool", null, "general")]
    [InlineData("eks.amazonaws.com/v1:TargetGroupBinding", "orders", "orders/general")]
    public void CustomResource_IsItsInputs(string kind, string? space, string id)
    {
        var metadata = Map(("name", "general"));
        var spec = Map(("limits", Map(("cpu", "64"))));

        var answer = Create(
            $"kubernetes:{kind}", "general", ("metadata", space is null ? metadata : metadata.Add("namespace", space)), ("spec", spec));

        Assert.Equal(id, answer.Id);
        Assert.Same(spec, answer.Outputs["spec"]);
        Assert.Empty(_cloud.Cloud.NotEmulated);
    }

    [Fact]
    public void Release_IsNamedAndItsObjectsStayUnknown()
    {
        var answer = Create("kubernetes:helm.sh/v3:Release", "operator", ("chart", "spark-operator"), ("name", "spark"), ("namespace", "dr-system"));
        var unnamed = Create("kubernetes:helm.sh/v3:Release", "other", ("chart", "spark-operator"));

        Assert.Equal("dr-system/spark", answer.Id);
        Assert.False(answer.Outputs.ContainsKey("resourceNames"));
        Assert.Matches("^default/other-[0-9a-f]{8}$", unnamed.Id);
        Assert.Empty(_cloud.Cloud.NotEmulated);
    }

    [Theory]
    [InlineData("kubernetes:helm.sh/v4:Chart")]
    [InlineData("kubernetes:batch/v1:Job")]
    [InlineData("kubernetes:apps/v1:DeploymentPatch")]
    public void KindThatIsNotKnown_GetsAnIdAndIsListed(string type)
    {
        var answer = Create(type, "mesh", ("metadata", Map(("name", "mesh"))));

        Assert.StartsWith("mesh-", answer.Id, StringComparison.Ordinal);
        Assert.Equal([type], _cloud.Cloud.NotEmulated);
    }

    [Fact]
    public void SameObjectTwiceInOneCluster_IsRefused_InTwoClustersItIsNot()
    {
        AddProvider("other-way-to-west", "west");
        Create(NodePool, "a", ("metadata", Map(("name", "general"))));
        CreateIn("kubernetes-central", NodePool, "b", ("metadata", Map(("name", "general"))));

        var refusal = Assert.Throws<InvalidOperationException>(() => CreateIn("other-way-to-west", NodePool, "c", ("metadata", Map(("name", "general")))));

        Assert.Contains("\"a\" and \"c\" would be the same thing (general in one cluster)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SameObject_HasTheSameAnswerEachTime()
    {
        var again = new KubernetesResourcesTests();

        Assert.Equal(
            Metadata(Create(Deployment, "serving")), Metadata(again.Create(Deployment, "serving")));
    }

    [Theory]
    [InlineData(Namespace, "Orders", "metadata.name is \"Orders\"")]
    [InlineData(Namespace, "orders.west", "up to 63 lower-case letters")]
    [InlineData(NodePool, "general_purpose", "metadata.name is \"general_purpose\"")]
    public void NameThatAnApiServerRefuses_IsRefused(string type, string name, string message) =>
        Assert.Contains(message, RefusalOf(type, ("metadata", Map(("name", name)))), StringComparison.Ordinal);

    [Fact]
    public void NameOfARole_MayHaveColonsAndCapitals()
    {
        const string Role = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";

        Assert.Equal("orders:Reader", Create(Role, "reader", ("metadata", Map(("name", "orders:Reader")))).Id);
    }

    [Theory]
    [InlineData("dr.drinfra.io/owner", "team@example.com", "metadata.labels[\"dr.drinfra.io/owner\"] is \"team@example.com\"")]
    [InlineData("dr.drinfra.io/owner", "-team", "up to 63 letters")]
    [InlineData("dr:owner", "team", "a label's key is [prefix/]name")]
    public void LabelThatAnApiServerRefuses_IsRefused(string key, string value, string message) =>
        Assert.Contains(message, RefusalOf(Deployment, ("metadata", Map(("name", "a"), ("labels", Map((key, value)))))), StringComparison.Ordinal);

    [Fact]
    public void LabelOfPods_IsCheckedToo()
    {
        var template = Map(("metadata", Map(("labels", Map(("owner", "two words"))))));

        Assert.Contains(
            "spec.template.metadata.labels[\"owner\"]", RefusalOf(Deployment, ("metadata", Map(("name", "a"))), ("spec", Map(("template", template)))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SelectorThatThePodsDoNotMatch_IsRefused()
    {
        var spec = Map(
            ("selector", Map(("matchLabels", Map(("app", "orders"))))), ("template", Map(("metadata", Map(("labels", Map(("app", "ledger"))))))));

        Assert.Contains(
            "spec.selector.matchLabels[\"app\"] is \"orders\"", RefusalOf(Deployment, ("metadata", Map(("name", "a"))), ("spec", spec)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AutoscalerWhoseMinimumExceedsItsMaximum_IsRefused() =>
        Assert.Contains(
            "spec.minReplicas is 9",
            RefusalOf(Autoscaler, ("metadata", Map(("name", "a"))), ("spec", Map(("minReplicas", 9.0), ("maxReplicas", 6.0)))), StringComparison.Ordinal);

    private static ImmutableDictionary<string, object> Metadata(EmulatedResource resource) =>
        (ImmutableDictionary<string, object>)resource.Outputs["metadata"];

    private void AddProvider(string name, string cluster) =>
        _cloud.Register("pulumi:providers:kubernetes", name, string.Empty, ("clusterIdentifier", cluster), ("kubeconfig", $"{{ \"{name}\": 1 }}"));

    private EmulatedResource Create(string type, string name, params (string Name, object Value)[] inputs) =>
        CreateIn("kubernetes-west", type, name, inputs);

    private EmulatedResource CreateIn(string provider, string type, string name, params (string Name, object Value)[] inputs) =>
        _cloud.Register(type, name, $"urn:pulumi:dev::drinfra::pulumi:providers:kubernetes::{provider}::some-id", inputs);

    private string RefusalOf(string type, params (string Name, object Value)[] inputs) =>
        Assert.Throws<InvalidOperationException>(() => Create(type, "refused", inputs)).Message;
}
