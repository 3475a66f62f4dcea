using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Kubernetes;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Diff;

/// <summary>What a change does to objects of Kubernetes, as the provider's source has it, and to clusters.</summary>
public class KubernetesDiffTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string ConfigMap = "kubernetes:core/v1:ConfigMap";
    private const string SecretType = "kubernetes:core/v1:Secret";
    private const string Claim = "kubernetes:core/v1:PersistentVolumeClaim";
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";
    private const string ProviderType = "pulumi:providers:kubernetes";
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Repository = "aws:ecr/repository:Repository";
    private const string West = "arn:aws:eks:eu-west-1:123456789012:cluster/west";
    private const string Central = "arn:aws:eks:eu-central-1:123456789012:cluster/central";

    /// <summary>Type, inputs before and after as JSON, operation.</summary>
    public static TheoryData<string, string, string, Operation> Classified => new()
    {
        { Deployment, """{"spec":{"selector":{"matchLabels":{"app":"a"}}}}""", """{"spec":{"selector":{"matchLabels":{"app":"b"}}}}""", Operation.Replace },
        { Deployment, """{"spec":{"template":{"spec":{"a":1}}}}""", """{"spec":{"template":{"spec":{"a":2}}}}""", Operation.Update },
        { Deployment, """{"spec":{"replicas":1}}""", """{"spec":{}}""", Operation.Update },
        { Deployment, """{"metadata":{"name":"a"}}""", """{"metadata":{"name":"b"}}""", Operation.Replace },
        { Deployment, """{"metadata":{"name":"a"}}""", """{"metadata":{}}""", Operation.Replace },
        { Deployment, """{"metadata":{"name":"a-1","annotations":{"pulumi.com/autonamed":"true"}}}""",
            """{"metadata":{"annotations":{"pulumi.com/autonamed":"true"}}}""", Operation.Update },
        { Deployment, """{"metadata":{"namespace":"a"}}""", """{"metadata":{"namespace":"b"}}""", Operation.Replace },
        { Deployment, """{"metadata":{}}""", """{"metadata":{"namespace":"default"}}""", Operation.Update },
        { Deployment, """{"metadata":{}}""", """{"metadata":{"namespace":"a"}}""", Operation.Replace },
        { Deployment, """{"metadata":{"labels":{"a.b/c":"1"}}}""", """{"metadata":{"labels":{"a.b/c":"2"}}}""", Operation.Update },
        { "kubernetes:apps/v1beta1:Deployment", """{"spec":{"selector":"a"}}""", """{"spec":{"selector":"b"}}""", Operation.Update },
        { "kubernetes:apps/v1:DaemonSet", """{"spec":{"selector":"a"}}""", """{"spec":{"selector":"b"}}""", Operation.Replace },
        { "kubernetes:apps/v1:StatefulSet", """{"spec":{"serviceName":"a"}}""", """{"spec":{"serviceName":"b"}}""", Operation.Replace },
        { "kubernetes:apps/v1:StatefulSet", """{"spec":{"volumeClaimTemplates":[]}}""", """{"spec":{"volumeClaimTemplates":[{"a":1}]}}""", Operation.Replace },
        { "kubernetes:apps/v1:StatefulSet", """{"spec":{"replicas":1}}""", """{"spec":{"replicas":2}}""", Operation.Update },
        { "kubernetes:batch/v1:Job", """{"spec":{"template":{"a":1}}}""", """{"spec":{"template":{"a":2}}}""", Operation.Replace },
        { "kubernetes:batch/v1:CronJob", """{"spec":{"schedule":"a"}}""", """{"spec":{"schedule":"b"}}""", Operation.Update },
        { Claim, """{"spec":{"storageClassName":"a"}}""", """{"spec":{"storageClassName":"b"}}""", Operation.Replace },
        { Claim, """{"spec":{"resources":{"requests":{"storage":"1Gi"}}}}""", """{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}""", Operation.Update },
        { "kubernetes:core/v1:Pod", """{"spec":{"containers":[{"name":"a","image":"x"}]}}""", """{"spec":{"containers":[{"name":"a","image":"y"}]}}""",
            Operation.Replace },
        { "kubernetes:core/v1:Service", """{"spec":{"clusterIP":"None"}}""", """{"spec":{"clusterIP":"10.0.0.1"}}""", Operation.Replace },
        { "kubernetes:core/v1:Service", """{"spec":{"ports":[{"port":1}]}}""", """{"spec":{"ports":[{"port":2}]}}""", Operation.Update },
        { "kubernetes:core/v1:ResourceQuota", """{"spec":{"hard":{"pods":"1"}}}""", """{"spec":{"hard":{"pods":"2"}}}""", Operation.Update },
        { "kubernetes:policy/v1:PodDisruptionBudget", """{"spec":{"minAvailable":1}}""", """{"spec":{"minAvailable":2}}""", Operation.Update },
        { "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", """{"roleRef":{"name":"a"}}""", """{"roleRef":{"name":"b"}}""", Operation.Replace },
        { "kubernetes:storage.k8s.io/v1:StorageClass", """{"parameters":{"type":"gp3"}}""", """{"parameters":{"type":"io2"}}""", Operation.Replace },
        { "kubernetes:storage.k8s.io/v1:StorageClass", """{"reclaimPolicy":"Delete"}""", """{"reclaimPolicy":"Retain"}""", Operation.Update },
        { ConfigMap, """{"data":{"a":"1"}}""", """{"data":{"a":"2"}}""", Operation.Replace },
        { SecretType, """{"stringData":{"a":"1"}}""", """{"stringData":{"a":"2"}}""", Operation.Replace },
        { SecretType, """{"type":"a"}""", """{"type":"b"}""", Operation.Replace },
        { NodePool, """{"spec":{"limits":{"cpu":"1"}}}""", """{"spec":{"limits":{"cpu":"2"}}}""", Operation.Update },
        { NodePool, """{"metadata":{"name":"a"}}""", """{"metadata":{"name":"b"}}""", Operation.Replace },
        { "kubernetes:helm.sh/v3:Release", """{"chart":"a"}""", """{"chart":"b"}""", Operation.MayReplace },
        { ProviderType, $$"""{"clusterIdentifier":"{{West}}"}""", $$"""{"clusterIdentifier":"{{Central}}"}""", Operation.Replace },
        { ProviderType, "{}", $$"""{"clusterIdentifier":"{{West}}"}""", Operation.Update },
        { ProviderType, """{"kubeconfig":"a"}""", """{"kubeconfig":"b"}""", Operation.MayReplace },
        { ProviderType, """{"clusterIdentifier":"a","kubeconfig":"a"}""", """{"clusterIdentifier":"a","kubeconfig":"b"}""", Operation.Update },
        { ProviderType, """{"renderYamlToDirectory":"a"}""", """{"renderYamlToDirectory":"b"}""", Operation.Replace },
        { ProviderType, """{"enableServerSideApply":"true"}""", """{"enableServerSideApply":"false"}""", Operation.Update },
        { Cluster, """{"name":"a"}""", """{"name":"b"}""", Operation.Replace },
        { Cluster, """{"roleArn":"a"}""", """{"roleArn":"b"}""", Operation.Replace },
        { Cluster, """{"version":"1.33"}""", """{"version":"1.34"}""", Operation.Update },
        { Cluster, """{"accessConfig":{"bootstrapClusterCreatorAdminPermissions":true}}""",
            """{"accessConfig":{"bootstrapClusterCreatorAdminPermissions":false}}""", Operation.Replace },
        { Cluster, """{"kubernetesNetworkConfig":{"serviceIpv4Cidr":"10.100.0.0/16"}}""", """{"kubernetesNetworkConfig":{"serviceIpv4Cidr":"172.20.0.0/16"}}""",
            Operation.Replace },
        { Repository, """{"name":"a"}""", """{"name":"b"}""", Operation.Replace },
        { "aws:eks/accessEntry:AccessEntry", """{"principalArn":"a"}""", """{"principalArn":"b"}""", Operation.Replace },
        { "aws:eks/accessEntry:AccessEntry", """{"kubernetesGroups":["a"]}""", """{"kubernetesGroups":["b"]}""", Operation.Update },
        { "aws:eks/podIdentityAssociation:PodIdentityAssociation", """{"roleArn":"a"}""", """{"roleArn":"b"}""", Operation.Update },
        { "aws:eks/podIdentityAssociation:PodIdentityAssociation", """{"serviceAccount":"a"}""", """{"serviceAccount":"b"}""", Operation.Replace },
        { "aws:ec2/capacityReservation:CapacityReservation", """{"instanceCount":1}""", """{"instanceCount":2}""", Operation.Update },
        { "aws:ec2/capacityReservation:CapacityReservation", """{"instanceType":"a"}""", """{"instanceType":"b"}""", Operation.Replace },
    };

    [Theory]
    [MemberData(nameof(Classified))]
    public void Change_IsClassified(string type, string before, string after, Operation operation) =>
        Assert.Equal(operation, One(Of(Resource(type, "r", before)), Of(Resource(type, "r", after))).Operation);

    [Fact]
    public void SelectorThatOnlyTheDeploymentTells_MayReplace()
    {
        var before = Of(Resource(Deployment, "r", """{"spec":{"selector":{"matchLabels":{"app":"a"}}}}"""));

        Assert.Equal(
            Operation.MayReplace, One(before, Of(Resource(Deployment, "r", """{"spec":{"selector":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}"""))).Operation);
        Assert.Equal(Operation.MayReplace, One(before, Of(Resource(Deployment, "r", """{"spec":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}"""))).Operation);
    }

    [Theory]
    [InlineData(ConfigMap, "enableConfigMapMutable", "", Operation.Update)]
    [InlineData(ConfigMap, "enableConfigMapMutable", ""","immutable":true""", Operation.Replace)]
    [InlineData(SecretType, "enableSecretMutable", "", Operation.Update)]
    [InlineData(SecretType, "enableConfigMapMutable", "", Operation.Replace)]
    public void DataUnderAProviderThatMayChangeIt_ChangesInPlaceUnlessTheObjectIsImmutable(string type, string setting, string rest, Operation operation)
    {
        ResourceGraph With(string value)
        {
            var provider = Resource(ProviderType, "west", $$"""{ "{{setting}}": "true" }""");
            return Of(provider, Resource(type, "r", $$"""{"data":{"a":"{{value}}"}{{rest}}}""").Under(Stack(), provider));
        }

        Assert.Equal(operation, One(With("1"), With("2")).Operation);
    }

    [Fact]
    public void NamespaceOfTheProvider_NeedNotBeStated()
    {
        ResourceGraph With(string metadata)
        {
            var provider = Resource(ProviderType, "west", """{ "namespace": "orders" }""");
            return Of(provider, Resource(Deployment, "r", $$"""{"metadata":{{metadata}}}""").Under(Stack(), provider));
        }

        Assert.Equal(Operation.Update, One(With("{}"), With("""{"namespace":"orders"}""")).Operation);
        Assert.Equal(Operation.Replace, One(With("{}"), With("""{"namespace":"default"}""")).Operation);
    }

    [Fact]
    public void ObjectUnderAProviderOfAnotherCluster_IsReplaced()
    {
        var changes = GraphDiff.Compare(InCluster($$"""{"clusterIdentifier":"{{West}}"}"""), InCluster($$"""{"clusterIdentifier":"{{Central}}"}""")).Changes;

        Assert.All(changes, change => Assert.Equal(Operation.Replace, change.Operation));
        var claim = changes.Single(change => change.Type == Claim);
        Assert.Equal(new OptionChange("provider's cluster", West, Central), Assert.Single(claim.Options));
        Assert.Equal($"replaces data: its provider is of another cluster ({West} -> {Central})", Assert.Single(claim.Refusals).Reason);
    }

    [Fact]
    public void ObjectUnderAProviderWithAnotherConfiguration_MayBeReplaced_UnlessTheProviderNamesItsCluster()
    {
        var claim = GraphDiff.Compare(InCluster("""{"kubeconfig":"a"}"""), InCluster("""{"kubeconfig":"b"}""")).Changes.Single(change => change.Type == Claim);

        Assert.Equal(Operation.MayReplace, claim.Operation);
        Assert.StartsWith(
            "may replace data: its provider may be of another cluster: kubeconfig changes", Assert.Single(claim.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal(
            [ProviderType],
            GraphDiff.Compare(InCluster("""{"kubeconfig":"a"}"""), InCluster($$"""{"clusterIdentifier":"{{West}}","kubeconfig":"b"}""")).Changes
                .Select(change => change.Type));
    }

    [Fact]
    public void NamespaceWithAClaim_IsRefused_OneWithoutIsNot()
    {
        var empty = Resource(Namespace, "empty", """{"metadata":{"name":"empty"}}""");
        var provider = Resource(ProviderType, "west", $$"""{"clusterIdentifier":"{{West}}"}""");
        var elsewhere = Resource(ProviderType, "central", $$"""{"clusterIdentifier":"{{Central}}"}""");
        var orders = Resource(Namespace, "orders", """{"metadata":{"name":"orders"}}""").Under(Stack(), provider);
        var same = Resource(Namespace, "orders-central", """{"metadata":{"name":"orders"}}""").Under(Stack(), elsewhere);
        var claim = Resource(Claim, "journal", """{"metadata":{"name":"journal","namespace":"orders"}}""").Under(Stack(), provider);

        var changes = GraphDiff.Compare(Of(provider, elsewhere, empty, orders, same, claim), Of(provider, elsewhere, claim)).Changes;

        Assert.Equal("deletes data: the namespace with all that is in it, such as journal", Assert.Single(Named(changes, "orders").Refusals).Reason);
        Assert.All(["empty", "orders-central"], name => Assert.Empty(Named(changes, name).Refusals));
        Assert.False(Named(changes, "empty").IsData);
    }

    [Theory]
    [InlineData("kubernetes:apps/v1:StatefulSet", """{"metadata":{"name":"db","namespace":"orders"}}""")]
    [InlineData("kubernetes:helm.sh/v3:Release", """{"chart":"db","namespace":"orders"}""")]
    public void NamespaceWithWhatMayHaveClaims_IsRefused(string type, string inputs)
    {
        var orders = Resource(Namespace, "orders", """{"metadata":{"name":"orders"}}""");
        var inside = Resource(type, "db", inputs);

        var deleted = Assert.Single(GraphDiff.Compare(Of(orders, inside), Of(inside)).Changes);
        var other = Resource(Namespace, "orders", """{"metadata":{"name":"other"}}""");
        var renamed = Named(GraphDiff.Compare(Of(orders, inside), Of(other, inside)).Changes, "orders");

        Assert.Equal("deletes data: the namespace with all that is in it, such as db", Assert.Single(deleted.Refusals).Reason);
        Assert.Equal(
            "replaces data: metadata.name changes, which creates a new one; this deletes the namespace with all that is in it, such as db",
            Assert.Single(renamed.Refusals).Reason);
    }

    [Fact]
    public void Cluster_IsRefusedWithAllThatIsInIt()
    {
        var cluster = Resource(Cluster, "west", """{"name":"west","deletionProtection":true}""") with { Protect = true, RetainOnDelete = true };

        var deleted = Assert.Single(GraphDiff.Compare(Of(cluster with { RetainOnDelete = false }), Of()).Changes);
        var other = cluster with { Inputs = Values("""{"name":"other","deletionProtection":true}""") };
        var renamed = Assert.Single(GraphDiff.Compare(Of(cluster), Of(other)).Changes);
        var bared = Assert.Single(
            GraphDiff.Compare(Of(cluster), Of(cluster with { Inputs = Values("""{"name":"west"}"""), Protect = false, RetainOnDelete = false })).Changes);

        Assert.Equal("deletes data: the cluster with every object in it, and the volumes of its claims", Assert.Single(deleted.Refusals).Reason);
        Assert.StartsWith(
            "replaces data: name changes, which creates a new one; this deletes the cluster", Assert.Single(renamed.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal(["removes protect", "removes retainOnDelete", "removes deletionProtection"], bared.Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void ObjectThatTheClusterKeeps_IsSaidToBeKeptByIt()
    {
        var claim = Resource(Claim, "journal") with { RetainOnDelete = true };

        Assert.Equal(
            "removes data from the stack (retainOnDelete: the cluster keeps it unmanaged)",
            Assert.Single(Assert.Single(GraphDiff.Compare(Of(claim), Of()).Changes).Refusals).Reason);
    }

    [Theory]
    [InlineData("\"IMMUTABLE\"", "\"MUTABLE\"", true)]
    [InlineData("\"IMMUTABLE\"", null, true)]
    [InlineData("\"IMMUTABLE\"", "\"IMMUTABLE_WITH_EXCLUSION\"", true)]
    [InlineData("\"IMMUTABLE_WITH_EXCLUSION\"", "\"IMMUTABLE\"", false)]
    [InlineData(null, "\"MUTABLE\"", false)]
    public void TagsThatBecomeMutable_AreRefused(string? before, string? after, bool refused)
    {
        ResourceGraph With(string? value) => Of(Resource(Repository, "images", value is null ? "{}" : $$"""{"imageTagMutability":{{value}}}"""));

        Assert.Equal(refused, One(With(before), With(after)).Refusals.Any(refusal => refusal.Deed == "makes image tags mutable"));
    }

    [Fact]
    public async Task MinimumOfAnAutoscaler_IsTheOnlyChangeOfAnActivation()
    {
        var change = Assert.Single(
            GraphDiff.Compare(await ClusterGraph.OfAsync(new ClusterProgram()), await ClusterGraph.OfAsync(new ClusterProgram { Least = 9 })).Changes);

        Assert.Equal(("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", Operation.Update), (change.Type, change.Operation));
        Assert.Equal("spec.minReplicas", Assert.Single(change.Properties).Path.ToString());
    }

    /// <summary>The failover plan writes both in the cluster, and a refresh reads them.</summary>
    [Fact]
    public async Task WhatAPlanWrites_IsIgnored()
    {
        var declared = await ClusterGraph.OfAsync(new ClusterProgram());
        var after = declared with
        {
            Resources =
            [
                .. declared.Resources.Select(resource => resource.Type switch
                {
                    Deployment => resource with { Inputs = WithSpec(resource, "replicas", PropertyValue.Of(9.0)) },
                    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler" => resource with
                    {
                        Inputs = WithSpec(resource, "behavior", Values("""{"scaleDown":{"selectPolicy":"Disabled"}}""")),
                    },
                    _ => resource,
                }),
            ],
        };

        var changes = GraphDiff.Compare(after, declared).Changes;

        Assert.Equal(
            ["spec.behavior", "spec.replicas"], changes.Select(change => Assert.Single(change.Properties).Path.ToString()).Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal(Operation.Ignored, change.Operation));
    }

    [Fact]
    public void EveryTypeOfTheTable_NamesAKind() =>
        Assert.All(
            KubernetesReplacements.Shipped.Types, type => Assert.True(KubernetesType.Of(type) is { IsObject: true, IsCustom: false }, type));

    private static MapValue WithSpec(GraphResource resource, string name, PropertyValue value) => MapValue.Of(resource.Inputs
        .Select(input => input.Key == "spec" ? new("spec", MapValue.Of(((MapValue)input.Value).Append(new(name, value)))) : input));

    private static ResourceGraph InCluster(string provider)
    {
        var kubernetes = Resource(ProviderType, "kubernetes", provider);
        return Of(kubernetes, Resource(Claim, "journal", """{"metadata":{"name":"journal"}}""").Under(Stack(), kubernetes));
    }

    private static ResourceChange Named(IEnumerable<ResourceChange> changes, string name) => changes.Single(change => change.Name == name);

    private static ResourceChange One(ResourceGraph before, ResourceGraph after) => Assert.Single(GraphDiff.Compare(before, after).Changes);
}
