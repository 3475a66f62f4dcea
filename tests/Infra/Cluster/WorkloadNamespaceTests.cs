using System.Collections.Immutable;
using DrInfra.Tests.Infra.Serving;
using DrInfra.Tests.Infra.Stacks;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Cluster;

public class WorkloadNamespaceTests
{
    private const string Namespace = "kubernetes:core/v1:Namespace";
    private const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

    [Theory]
    [InlineData("pod-security.kubernetes.io/enforce", "restricted")]
    [InlineData("pod-security.kubernetes.io/audit", "restricted")]
    [InlineData("pod-security.kubernetes.io/warn", "restricted")]
    [InlineData("eks.amazonaws.com/pod-readiness-gate-inject", "enabled")]
    [InlineData("dr.drinfra.io/tier", "mission-critical")]
    public async Task Namespace_SaysWhatItsPodsMayBe(string label, string value)
    {
        var labels = (ImmutableDictionary<string, object>)(await PrimaryAsync(Declare)).Single(Namespace)["metadata.labels"]!;

        Assert.Equal(value, labels[label]);
    }

    // All that the autoscaler can ask for and an update beside it: a quota below that would end a failover early.
    [Theory]
    [InlineData("full", "{limits.memory:110592Mi,pods:18,requests.cpu:36000m,requests.memory:110592Mi}")]
    [InlineData("small", "{limits.memory:18432Mi,pods:3,requests.cpu:6000m,requests.memory:18432Mi}")]
    public async Task Quota_HoldsTheMostPodsAndThoseOfAnUpdate(string sizing, string hard)
    {
        var quota = (await PrimaryAsync(Declare, ("sizing", sizing))).Single("kubernetes:core/v1:ResourceQuota");

        Assert.Equal("ledger", quota["metadata.namespace"]);
        Assert.Equal(hard, Text(quota["spec.hard"]!));
    }

    [Fact]
    public async Task ContainerThatAsksForNothing_GetsARequest()
    {
        var limits = (await PrimaryAsync(Declare)).Single("kubernetes:core/v1:LimitRange");

        Assert.Equal(
            "[{default:{memory:128Mi},defaultRequest:{cpu:100m,memory:128Mi},type:Container}]", Text(limits["spec.limits"]!));
    }

    [Fact]
    public async Task Traffic_IsDeniedButForWhatPodsNeed()
    {
        var policies = (await PrimaryAsync(Declare)).Of(NetworkPolicy);

        Assert.All(policies, policy =>
        {
            Assert.Equal("ledger", policy["metadata.namespace"]);
            Assert.Equal("{}", Text(policy["spec.podSelector"]!));
        });
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["ledger-clients"] = "[Ingress] from [10.1.0.0/16] to [8443 TCP]",
                ["ledger-default-deny"] = "[Egress,Ingress] from [] to []",
                ["ledger-dns"] = "[Egress] from [172.20.0.0/16,10.1.0.0/16,169.254.0.0/16] to [53 UDP,53 TCP]",
                ["ledger-https"] = "[Egress] from [0.0.0.0/0] to [443 TCP]",
                ["ledger-pod-identity"] = "[Egress] from [169.254.170.23/32] to [80 TCP]",
                ["ledger-postgresql"] = "[Egress] from [10.1.0.0/16] to [5432 TCP]",
            },
            policies.ToDictionary(policy => (string)policy["metadata.name"]!, Written));
    }

    [Fact]
    public async Task WorkloadWithoutDatabase_ReachesNone()
    {
        var declared = await PrimaryAsync(Declare, ("workloads", """
            [{"name":"events","owner":"a","tier":"business-critical","endpoint":"events","serving":{"image":"events:1"},
              "stores":[{"name":"rows","kind":"table","sizeGb":1,"changeGbPerDay":1}]}]
            """));

        Assert.Equal(
            ["events-clients", "events-default-deny", "events-dns", "events-https", "events-pod-identity"],
            declared.Of(NetworkPolicy).Select(policy => policy["metadata.name"]));
    }

    // The other range of services, where the network has the first one.
    [Fact]
    public async Task Dns_IsAskedInTheRangeThatTheClusterHas()
    {
        var declared = await WholeStack.PrimaryAsync(("network", """{"primary":{"range":"172.20.0.0/16"},"standby":{"range":"10.65.0.0/16"}}"""));

        Assert.Equal("10.100.0.0/16", declared.Single("aws:eks/cluster:Cluster")["kubernetesNetworkConfig.serviceIpv4Cidr"]);
        Assert.Contains("10.100.0.0/16", Text(declared.Named("ledger-dns-eu-west-1")["spec"]!), StringComparison.Ordinal);
    }

    // One rule at most, and all of a policy's pods: what is let through, on one line.
    private static string Written(Declaration policy)
    {
        static IEnumerable<ImmutableDictionary<string, object>> Maps(object? list) =>
            list is ImmutableArray<object> items ? items.Cast<ImmutableDictionary<string, object>>() : [];

        var rule = Maps(policy["spec.egress"]).Concat(Maps(policy["spec.ingress"])).SingleOrDefault() ?? ImmutableDictionary<string, object>.Empty;
        var peers = Maps(rule.GetValueOrDefault("to") ?? rule.GetValueOrDefault("from"))
            .Select(peer => ((ImmutableDictionary<string, object>)peer["ipBlock"])["cidr"]);
        var ports = Maps(rule.GetValueOrDefault("ports")).Select(port => $"{port["port"]} {port["protocol"]}");
        var types = ((ImmutableArray<object>)policy["spec.policyTypes"]!).Cast<string>().Order(StringComparer.Ordinal);
        return $"[{string.Join(',', types)}] from [{string.Join(',', peers)}] to [{string.Join(',', ports)}]";
    }

    private static void Declare(ServingFixture fixture) => _ = fixture.Baseline;
}
