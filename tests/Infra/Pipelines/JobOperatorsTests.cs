using DrInfra.Infra.Pipelines;
using DrInfra.Tests.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

public class JobOperatorsTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Theory]
    [InlineData(true, false, "flink-kubernetes-operator", 1)]
    [InlineData(false, true, "spark-operator", 0)]
    public async Task OperatorOfAnEngineInUse_IsDeclaredAlone(bool flink, bool spark, string chart, int policies)
    {
        var declared = await PrimaryAsync(fixture => Declare(fixture, flink, spark), Engines.With(Engines.Flink, Engines.Spark));

        Assert.Equal((chart, chart, "dr-system", true), (
            declared.Single(Release)["chart"], declared.Single(Release)["name"], declared.Single(Release)["namespace"], declared.Single(Release)["atomic"]));
        Assert.Equal(policies, declared.Of("kubernetes:networking.k8s.io/v1:NetworkPolicy").Count(policy =>
            (string?)policy["metadata.name"] == "flink-kubernetes-operator-jobs"));
    }

    [Fact]
    public async Task OperatorOfFlink_WatchesItsNamespacesFromItsOwnRegion()
    {
        var release = (await StandbyAsync(fixture => Declare(fixture, true, false), Engines.With(Engines.Flink))).Single(Release);

        Assert.Equal(("1.15.0", "https://downloads.apache.org/flink/flink-kubernetes-operator-1.15.0/"), (
            release["version"], release["repositoryOpts.repo"]));
        Assert.Equal("[events]", Text(release["values.watchNamespaces"]!));
        Assert.Equal(("123456789012.dkr.ecr.eu-central-1.amazonaws.com/drinfra-main/flink-operator", "1.15.0"), (
            release["values.image.repository"], release["values.image.tag"]));
        Assert.Equal((2.0, "RollingUpdate", false), (release["values.replicas"], release["values.strategy.type"], release["values.webhook.create"]));
        Assert.Contains("leader-election.enabled: true", Text(release["values.defaultConfiguration"]!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spark-operator:2.5.3", "drinfra-main/spark-operator", "2.5.3")]
    [InlineData(
        "spark-operator@sha256:39d2bae16e5c94f772a38475667788990aabbccddeeff0011223344556677889", "drinfra-main/spark-operator@sha256",
        "39d2bae16e5c94f772a38475667788990aabbccddeeff0011223344556677889")]
    public async Task OperatorOfSpark_IsTheImageThatIsStated(string image, string repository, string tag)
    {
        var changes = Engines.With(Engines.Spark);
        changes[0].Value = changes[0].Value!.Change("spark-operator:2.5.2", $"{image}");
        var release = (await PrimaryAsync(fixture => Declare(fixture, false, true), changes)).Single(Release);

        Assert.Equal(("123456789012.dkr.ecr.eu-west-1.amazonaws.com", repository, tag), (
            release["values.image.registry"], release["values.image.repository"], release["values.image.tag"]));
        Assert.Equal("[events]", Text(release["values.spark.jobNamespaces"]!));
        Assert.Equal((2.0, true, false, "seconds"), (
            release["values.controller.replicas"], release["values.controller.leaderElection.enable"], release["values.webhook.enable"],
            release["values.controller.scheduledSparkApplicationTimestampPrecision"]));
    }

    private static void Declare(ServingFixture fixture, bool flink, bool spark)
    {
        var follower = new Follower("follower", new FollowerArgs(
            fixture.Region, [fixture.Workload], fixture.Settings.Cluster.FollowerImage!, fixture.Cluster, fixture.Baseline));
        _ = new JobOperators("operators", new JobOperatorsArgs(
            fixture.Region, flink ? ["events"] : [], spark ? ["events"] : [], fixture.Settings.Cluster, fixture.Settings.Versions, fixture.Network.Range,
            fixture.Cluster, follower, [fixture.Baseline.NamespaceOf(fixture.Workload)]));
    }
}
