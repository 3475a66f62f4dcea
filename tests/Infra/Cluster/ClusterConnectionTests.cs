using System.Text.Json;
using DrInfra.Infra.Cluster;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Cluster;

public class ClusterConnectionTests
{
    private const string Provider = "pulumi:providers:kubernetes";

    // Whoever deploys gets a token by the name and the Region, so nothing in it is secret or ages.
    [Fact]
    public void KubeConfig_IsThatOfTheClustersOwnAddressAndCertificate()
    {
        using var document = JsonDocument.Parse(ClusterConnection.KubeConfig("one", "eu-west-1", "https://one.example", "Y2VydA=="));

        var root = document.RootElement;
        Assert.Equal(("v1", "Config", "one"), (Of(root, "apiVersion"), Of(root, "kind"), Of(root, "current-context")));
        var cluster = Assert.Single(root.GetProperty("clusters").EnumerateArray());
        Assert.Equal("one", Of(cluster, "name"));
        Assert.Equal(
            """{"server":"https://one.example","certificate-authority-data":"Y2VydA=="}""", cluster.GetProperty("cluster").GetRawText());
        var context = Assert.Single(root.GetProperty("contexts").EnumerateArray());
        Assert.Equal("""{"name":"one","context":{"cluster":"one","user":"one"}}""", context.GetRawText());
        var user = Assert.Single(root.GetProperty("users").EnumerateArray());
        Assert.Equal("one", Of(user, "name"));
        var run = user.GetProperty("user").GetProperty("exec");
        Assert.Equal(("client.authentication.k8s.io/v1", "aws", "Never"), (Of(run, "apiVersion"), Of(run, "command"), Of(run, "interactiveMode")));
        Assert.Equal("eks get-token --cluster-name one --region eu-west-1 --output json", string.Join(' ', Texts(run, "args")));
    }

    // Without the identity another certificate or address would look like another cluster, and everything would be made anew.
    [Fact]
    public async Task Provider_IsTheRegionsAndKnowsTheClusterByItsArn()
    {
        var provider = (await StandbyAsync(fixture => _ = fixture.Cluster)).Single(Provider);

        Assert.Equal("kubernetes-eu-central-1", provider.Name);
        Assert.Equal("arn:aws:eks:eu-central-1:123456789012:cluster/drinfra-main-cluster-eu-central-1", provider["clusterIdentifier"]);
        Assert.Equal(
            ClusterConnection.KubeConfig("drinfra-main-cluster-eu-central-1", "eu-central-1", "cluster-eu-central-1.example", "Y2VydGlmaWNhdGU="),
            provider["kubeconfig"]);
        Assert.Equal("true", provider["enableServerSideApply"]);
    }

    // An object that was left out looks as if it were updated.
    [Theory]
    [InlineData("none", "false")]
    [InlineData("in-progress", "true")]
    public async Task UnreachableCluster_IsLeftOutOfUpdatesDuringAFailoverAlone(string failover, string skips) =>
        Assert.Equal(skips, (await PrimaryAsync(fixture => _ = fixture.Cluster, ("failover", failover))).Single(Provider)["skipUpdateUnreachable"]);

    private static string? Of(JsonElement element, string member) => element.GetProperty(member).GetString();
}
