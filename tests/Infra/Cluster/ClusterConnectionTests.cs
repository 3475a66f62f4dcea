using DrInfra.Infra.Cluster;
using DrInfra.Recovery.Settings.Kit;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Cluster;

public class ClusterConnectionTests
{
    private const string Provider = "pulumi:providers:kubernetes";

    // Whoever deploys gets a token by the name and the Region, so nothing in it is secret or ages.
    [Fact]
    public void KubeConfig_IsThatOfTheClustersOwnAddressAndCertificate()
    {
        var root = (YamlMap)YamlReader.Read(
            ClusterConnection.KubeConfig("one", "eu-west-1", "https://one.example", "Y2VydA=="), new SettingsReading("kubeconfig"))!;

        Assert.Equal(
            ["apiVersion=v1", "kind=Config", "clusters.name=one", "clusters.cluster.server=https://one.example",
                "clusters.cluster.certificate-authority-data=Y2VydA==", "contexts.name=one", "contexts.context.cluster=one", "contexts.context.user=one",
                "current-context=one", "users.name=one", "users.user.exec.apiVersion=client.authentication.k8s.io/v1", "users.user.exec.command=aws",
                "users.user.exec.args=eks", "users.user.exec.args=get-token", "users.user.exec.args=--cluster-name", "users.user.exec.args=one",
                "users.user.exec.args=--region", "users.user.exec.args=eu-west-1", "users.user.exec.args=--output", "users.user.exec.args=json",
                "users.user.exec.interactiveMode=Never"],
            Leaves("", root));
    }

    private static IEnumerable<string> Leaves(string path, YamlValue? value) => value switch
    {
        YamlMap map => map.Members.SelectMany(member => Leaves(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        YamlList list => list.Items.SelectMany(item => Leaves(path, item)),
        YamlText text => [$"{path}={text.Text}"],
        _ => [],
    };

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
}
