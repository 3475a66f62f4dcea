using System.Collections.Immutable;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Serving;
using DrInfra.Tests.Infra.Settings;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Cluster;

public class ClusterBaselineTests
{
    private const string NodeClass = "kubernetes:eks.amazonaws.com/v1:NodeClass";
    private const string NodePool = "kubernetes:karpenter.sh/v1:NodePool";

    // Two that serve in one tier, one in another.
    private static readonly string Three = Configurations.Workloads
        .Change("[{\"name\":\"ledger\"", $"[{Serving("orders", "mission-critical")},{Serving("events", "business-critical")},{{\"name\":\"ledger\"");

    [Fact]
    public async Task Baseline_IsDeclaredWithAllItsParts()
    {
        var expected = new Dictionary<string, int>
        {
            ["NodeClass"] = 1, ["NodePool"] = 1, ["PriorityClass"] = 1, ["StorageClass"] = 1, ["ConfigMap"] = 1, ["Namespace"] = 1, ["ResourceQuota"] = 1,
            ["LimitRange"] = 1, ["NetworkPolicy"] = 6,
        };

        Assert.Equal(expected, await CountsBesideAsync(fixture => _ = fixture.Cluster, Declare));
    }

    // A class of priority by tier, the rest by workload.
    [Fact]
    public async Task Workloads_HaveANamespaceEachAndTheirTiersAPriorityEach()
    {
        var declared = await PrimaryAsync(Declare, ("workloads", Three));

        Assert.Equal(["events", "ledger", "orders"], declared.Of("kubernetes:core/v1:Namespace").Select(one => one["metadata.name"]));
        Assert.Equal(
            [("business-critical", 999_940.0), ("mission-critical", 999_970.0)],
            declared.Of("kubernetes:scheduling.k8s.io/v1:PriorityClass").Select(one => ((string)one["metadata.name"]!, (double)one["value"]!)));
        Assert.All(declared.Of("kubernetes:scheduling.k8s.io/v1:PriorityClass"), one =>
            Assert.True(((CustomResourceOptions)one.Options).DeleteBeforeReplace));
    }

    [Fact]
    public async Task EveryObject_IsInTheRegionsClusterAndLabelled()
    {
        var declared = await StandbyAsync(Declare);

        var objects = declared.All.Where(one => one.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).ToList();
        Assert.Equal(14, objects.Count);
        Assert.All(objects, one =>
        {
            Assert.Contains("::kubernetes-eu-central-1::", one.Provider, StringComparison.Ordinal);
            var labels = (ImmutableDictionary<string, object>)one["metadata.labels"]!;
            var workload = one.Name.StartsWith("ledger", StringComparison.Ordinal) ? "ledger" : "shared";
            Assert.Equal(
                ("pulumi", workload, "eu-central-1", "standby"),
                (labels["app.kubernetes.io/managed-by"], labels["dr.drinfra.io/workload"], labels["dr.drinfra.io/region"], labels["dr.drinfra.io/role"]));
            Assert.EndsWith("-eu-central-1", one.Name, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nodes_AreOverThreeZonesAndMayBeTwiceWhatPodsNeed()
    {
        var pool = (await PrimaryAsync(Declare)).Single(NodePool);

        Assert.Equal("general", pool["metadata.name"]);
        Assert.Equal("{group:eks.amazonaws.com,kind:NodeClass,name:platform}", Text(pool["spec.template.spec.nodeClassRef"]!));
        Assert.Equal(
            [
                "topology.kubernetes.io/zone In [eu-west-1a,eu-west-1b,eu-west-1c]", "kubernetes.io/arch In [arm64]",
                "karpenter.sh/capacity-type In [on-demand]", "eks.amazonaws.com/instance-category In [c,m,r]",
                "eks.amazonaws.com/instance-generation Gt [5]",
            ],
            Requirements(pool));
        Assert.Equal("{cpu:72,memory:221184Mi}", Text(pool["spec.limits"]!));
        Assert.Equal("336h", pool["spec.template.spec.expireAfter"]);
        Assert.Equal("[{nodes:10%}]", Text(pool["spec.disruption.budgets"]!));
        Assert.Equal(["node-class-eu-west-1"], pool.After);
    }

    [Fact]
    public async Task NodeClass_TakesTheClustersSubnetsGroupKeyAndTags()
    {
        var declared = await PrimaryAsync(Declare);

        var nodeClass = declared.Single(NodeClass);
        Assert.Equal("platform", nodeClass["metadata.name"]);
        Assert.Equal("drinfra-main-shared-nodes-eu-west-1", nodeClass["spec.role"]);
        Assert.Equal("[{id:priv-a},{id:priv-b},{id:priv-c}]", Text(nodeClass["spec.subnetSelectorTerms"]!));
        Assert.Equal("[{id:sg-of-the-cluster}]", Text(nodeClass["spec.securityGroupSelectorTerms"]!));
        Assert.Equal("{kmsKeyID:arn:the-volume-key,size:80Gi}", Text(nodeClass["spec.ephemeralStorage"]!));
        Assert.Equal("shared", nodeClass["spec.tags.dr:workload"]);
        Assert.Null(nodeClass["spec.capacityReservationSelectorTerms"]);
        Assert.Equal(["nodes-access-policy-eu-west-1"], nodeClass.After);
    }

    // A selector takes no other reservation, so it is there only where something is reserved; and it is the first choice alone.
    [Fact]
    public async Task Nodes_TakeReservedCapacityFirst()
    {
        var declared = await PrimaryAsync(fixture =>
        {
            fixture.Reservations = [Output.Create("cr-a"), Output.Create("cr-b")];
            Declare(fixture);
        });

        Assert.Equal("[{id:cr-a},{id:cr-b}]", Text(declared.Single(NodeClass)["spec.capacityReservationSelectorTerms"]!));
        Assert.Contains("karpenter.sh/capacity-type In [reserved,on-demand]", Requirements(declared.Single(NodePool)));
    }

    // Auto Mode enforces no network policy without both switches.
    [Fact]
    public async Task NetworkPolicies_AreSwitchedOnBeforeTheNamespacesThatRelyOnThem()
    {
        var declared = await PrimaryAsync(Declare);

        var configuration = declared.Single("kubernetes:core/v1:ConfigMap");
        Assert.Equal(("kube-system", "amazon-vpc-cni"), (configuration["metadata.namespace"], configuration["metadata.name"]));
        Assert.Equal("{enable-network-policy-controller:true}", Text(configuration["data"]!));
        Assert.Equal("DefaultAllow", declared.Single(NodeClass)["spec.networkPolicy"]);
        Assert.Equal(
            ["mission-critical-priority-eu-west-1", "network-policy-switch-eu-west-1", "node-pool-eu-west-1"],
            declared.Single("kubernetes:core/v1:Namespace").After);
    }

    [Fact]
    public async Task Volumes_AreEncryptedAndStayWhenTheirClaimGoes()
    {
        var storage = (await PrimaryAsync(Declare)).Single("kubernetes:storage.k8s.io/v1:StorageClass");

        Assert.Equal("ebs.csi.eks.amazonaws.com", storage["provisioner"]);
        Assert.Equal("{encrypted:true,kmsKeyId:arn:the-volume-key,type:gp3}", Text(storage["parameters"]!));
        Assert.Equal(("WaitForFirstConsumer", "Retain", true), (storage["volumeBindingMode"], storage["reclaimPolicy"], storage["allowVolumeExpansion"]));
        Assert.Equal("{storageclass.kubernetes.io/is-default-class:true}", Text(storage["metadata.annotations"]!));
    }

    [Fact]
    public async Task WorkloadWithoutPods_HasNoNamespace()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => PrimaryAsync(fixture => _ = new WorkloadNamespace(
            "namespace",
            new WorkloadNamespaceArgs(
                fixture.Region, fixture.Cluster.Connection, fixture.Settings.Workloads[1], Sizing.Full,
                new ClusterNetwork(fixture.Network.Range, [], [], []), []))));

        Assert.Contains("workload lake has no serving settings and no pipelines", refusal.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Requirements(Declaration pool) => ((ImmutableArray<object>)pool["spec.template.spec.requirements"]!)
        .Cast<ImmutableDictionary<string, object>>()
        .Select(one => $"{one["key"]} {one["operator"]} {Text(one["values"])}");

    private static string Serving(string name, string tier) => $$"""
        {"name":"{{name}}","owner":"a","tier":"{{tier}}","endpoint":"{{name}}","serving":{"image":"{{name}}:1"},
          "stores":[{"name":"rows","kind":"table","sizeGb":1,"changeGbPerDay":1}]}
        """;

    private static void Declare(ServingFixture fixture) => _ = fixture.Baseline;
}
