using DrInfra.Policies.Rules.Containers;
using DrInfra.Recovery;
using static DrInfra.Tests.Policies.Assessment.ClusterObjects;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Pods of a standby that must start in a disaster pull their images: from where, and what brought them there.</summary>
public class ImagePullsTests
{
    private const string Digest = "@sha256:37a6482867683e54de3b1ed24dbd5bafc2bf5e01e2ea7b8c1d7f1de2bb7d2b15";
    private const string OfStandby = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/api";
    private const string OfPrimary = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api";

    private static readonly PodImagesAreInTheirRegion Rule = new();

    [Theory]
    [InlineData(OfStandby + Digest, "bounded")]
    [InlineData(OfStandby + ":1.4.2" + Digest, "bounded")]
    [InlineData(OfStandby + ":1.4.2", "unknown")]
    [InlineData(OfPrimary + Digest, "unbounded")]
    [InlineData(OfPrimary + ":1.4.2", "unbounded")]
    [InlineData("?", "unknown")]
    [InlineData("111122223333.dkr.ecr.eu-north-1.amazonaws.com/shop/api" + Digest, "bounded")]
    [InlineData("111122223333.dkr.ecr.eu-central-1.amazonaws.com/other/api" + Digest, "unknown")]
    [InlineData("444455556666.dkr.ecr.eu-central-1.amazonaws.com/shop/api" + Digest, "unbounded")]
    [InlineData("public.ecr.aws/nginx/nginx:1.27", "bounded")]
    [InlineData("registry.example.com/api:1.4.2", "bounded")]
    public void Image_IsPulledFromTheRegistryThatItNames(string image, string rto) => Assert.Equal(rto, Rto(Replicated(image)));

    [Theory]
    [InlineData("shop/", "eu-central-1", "bounded")]
    [InlineData("shop", "eu-central-1", "bounded")]
    [InlineData("billing/", "eu-central-1", "unbounded")]
    [InlineData("shop/", "eu-north-1", "unbounded")]
    [InlineData("?", "eu-central-1", "unknown")]
    [InlineData("shop/", "?", "unknown")]
    public void Replication_BringsWhatItsFilterMatches(string filter, string region, string rto)
    {
        var graph = Stack(OfStandby + Digest).Repository("eu-west-1").Replication(filter, region);

        Assert.Equal(rto, Rto(graph));
    }

    [Fact]
    public void ImageThatNothingBrings_IsNeverThere()
    {
        var graph = Stack(OfStandby + Digest).Repository("eu-west-1").Repository("eu-central-1");

        Assert.Equal("unbounded", Rto(graph));
        Assert.Contains(
            "no replication and no push of this program brings image shop/api into the registry of eu-central-1", graph.Outcome(Disruption.Region).Because,
            StringComparison.Ordinal);
    }

    // Those of the primary are in its own stack.
    [Fact]
    public void RulesOfAnotherStack_AreUnknown() => Assert.Equal("unknown", Rto(Stack(OfStandby + Digest).Repository("eu-central-1")));

    [Fact]
    public void RepositoryThatNobodyHereDeclares_IsUnknown() => Assert.Equal("unknown", Rto(Stack(OfStandby + Digest)));

    [Fact]
    public void ImageThatTheProgramPushes_IsThere() => Assert.Equal(
        "bounded",
        Rto(Stack(OfStandby + ":1.4.2").Repository("eu-central-1").Add("docker-build:index:Image", "build", $$"""{ "tags": ["{{OfStandby}}:1.4.2"] }""")));

    [Theory]
    [InlineData("registry-1.docker.io", "bounded")]
    [InlineData("111122223333.dkr.ecr.eu-west-1.amazonaws.com", "unbounded")]
    public void CachedImage_NeedsItsUpstream(string upstream, string rto) => Assert.Equal(rto, Rto(Stack(OfStandby + Digest)
        .Add("aws:ecr/pullThroughCacheRule:PullThroughCacheRule", "cache", $$"""{ "ecrRepositoryPrefix": "shop", "upstreamRegistryUrl": "{{upstream}}" }""",
            "eu-central-1")));

    [Fact]
    public void InitContainer_NeedsItsImageToo() => Assert.Equal(
        "unbounded",
        Rto(Replicated(OfStandby + Digest)
            .With("api-away", "spec/template/spec/initContainers", TestGraph.Inputs($$"""[{ "image": "{{OfPrimary}}{{Digest}}" }]"""))));

    [Fact]
    public void PodsThatAllStand_PullNothing() =>
        Assert.Equal("bounded", Rto(Replicated(OfPrimary + Digest).With("scaler-away", "spec/minReplicas", 4)));

    [Theory]
    [InlineData(OfStandby + Digest, null)]
    [InlineData(OfPrimary + Digest, "image shop/api is in the registry of eu-west-1, and cannot be pulled when that Region is lost")]
    public void Rule_SaysWhichImageIsNotThere(string image, string? message) =>
        Assert.Equal(message is null ? [] : [$"api-away: {message}"], Replicated(image).Violations(Rule));

    [Fact]
    public void Rule_SaysWhatIsMissingInTheStandbyAndNotWhereImagesArePushed() => Assert.Equal(
        ["api-away: no replication and no push of this program brings image shop/api into the registry of eu-central-1"],
        Stack(OfStandby + Digest).Repository("eu-west-1").Violations(Rule));

    [Fact]
    public void ImageByATagAlone_IsUnknownAndTheReasonSaysWhatCuresIt() => Assert.Contains(
        "push it, then name it by its digest", Replicated(OfStandby + ":1.4.2").Outcome(Disruption.Region).Because, StringComparison.Ordinal);

    [Fact]
    public void Rule_DoesNotKnowOfATag() =>
        Assert.Equal(["api-away: spec.template.spec.containers[0].image"], Replicated(OfStandby + ":1.4.2").Unknown(Rule));

    private static string Rto(TestGraph graph) => Word(graph.Outcome(Disruption.Region).Rto.Figure);

    private static TestGraph Replicated(string image) => Stack(image).Repository("eu-west-1").Replication("shop/", "eu-central-1");

    private static TestGraph Stack(string image)
    {
        var graph = new TestGraph().Manifests().Cluster("home", "eu-west-1").Cluster("away", "eu-central-1");
        foreach (var (cluster, least, named) in new[] { ("home", 4, OfPrimary + Digest), ("away", 1, image) })
        {
            graph.Object(Deployment, $"api-{cluster}", $$"""
                "spec": { "selector": { "matchLabels": { "app": "api" } }, "template": { "metadata": { "labels": { "app": "api" } },
                  "spec": { "containers": [{ "name": "api", "image": "{{named}}", "resources": { "requests": { "cpu": "1" } } }] } } }
                """, cluster);
            graph.Object("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", $"scaler-{cluster}", $$"""
                "spec": { "minReplicas": {{least}}, "maxReplicas": 9,
                  "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "api-{{cluster}}" },
                  "metrics": [{ "type": "Resource", "resource": { "name": "cpu", "target": { "type": "Utilization", "averageUtilization": 60 } } }] }
                """, cluster);
            graph.Add("aws:eks/addon:Addon", $"metrics-{cluster}", $$"""{ "clusterName": "{{cluster}}", "addonName": "metrics-server" }""",
                cluster == "home" ? "eu-west-1" : "eu-central-1");
        }

        return graph.Add("aws:route53/healthCheck:HealthCheck", "check", """
            { "type": "HTTPS", "fqdn": "orders.eu-west-1.example.com", "requestInterval": 30, "failureThreshold": 3 }
            """, id: "check-1")
            .Add("aws:route53/record:Record", "primary", Record("eu-west-1", "PRIMARY", """ "healthCheckId": "check-1", """))
            .Add("aws:route53/record:Record", "secondary", Record("eu-central-1", "SECONDARY", ""));
    }

    private static string Record(string region, string role, string check) => $$"""
        { "zoneId": "Z1", "name": "orders.example.com", "type": "CNAME", "ttl": 60, "records": ["orders.{{region}}.example.com"], {{check}}
          "setIdentifier": "{{region}}", "failoverRoutingPolicies": [{ "type": "{{role}}" }], "tags": { "dr:workload": "orders" } }
        """;
}

/// <summary>Registries of a small stack.</summary>
file static class RegistryGraph
{
    public static TestGraph Repository(this TestGraph graph, string region) =>
        graph.Add("aws:ecr/repository:Repository", $"shop-{region}", """{ "name": "shop/api" }""", region);

    public static TestGraph Replication(this TestGraph graph, string filter, string region) =>
        graph.Add("aws:ecr/replicationConfiguration:ReplicationConfiguration", "replication", $$"""
            { "replicationConfiguration": { "rules": [{ "destinations": [{ "region": "{{region}}", "registryId": "111122223333" }],
              "repositoryFilters": [{ "filter": "{{filter}}", "filterType": "PREFIX_MATCH" }] }] } }
            """);
}
