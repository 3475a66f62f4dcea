using System.Collections.Immutable;
using DrInfra.Infra.Pipelines;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

[Trait("Practice", "H2")]
public class FlinkPipelineTests
{
    private const string Job = "kubernetes:flink.apache.org/v1beta1:FlinkDeployment";
    private const string Pod = "spec.podTemplate.spec";

    [Fact]
    public async Task Job_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Role"] = 2, ["RolePolicy"] = 1, ["PodIdentityAssociation"] = 1, ["ServiceAccount"] = 1, ["RoleBinding"] = 1, ["FlinkDeployment"] = 1,
        },
        await CountsBesideAsync(fixture => _ = fixture.Baseline, Declare, Engines.With(Engines.Flink)));

    // Alike in both Regions: which one runs it, and from what, its follower says.
    [Theory]
    [InlineData("full", 3.0)]
    [InlineData("small", 1.0)]
    public async Task Job_RunsNothingUntilItsFollowerStartsIt(string sizing, double parallelism)
    {
        (string Key, string? Value)[] changes = [.. Engines.With(Engines.Flink), ("sizing", sizing)];
        foreach (var declared in new[]
        {
            await PrimaryAsync(fixture => Declare(fixture, Sessions), changes), await StandbyAsync(fixture => Declare(fixture, Sessions), changes),
            await StandbyAsync(fixture => Declare(fixture, Sessions), [.. changes, ("activation", "active")]),
        })
        {
            var job = declared.Single(Job);

            Assert.Equal(("events", "events-sessions"), (job["metadata.namespace"], job["metadata.name"]));
            Assert.Equal("beacon", ((ImmutableDictionary<string, object>)job["metadata.labels"]!)["dr.drinfra.io/follows"]);
            Assert.Equal(
                (parallelism, "suspended", "last-state", true),
                (job["spec.job.parallelism"], job["spec.job.state"], job["spec.job.upgradeMode"], job["spec.job.allowNonRestoredState"]));
            Assert.Equal(
                ["spec.job.state", "spec.job.initialSavepointPath", "spec.job.savepointRedeployNonce"], job.Options.IgnoreChanges);
        }
    }

    [Fact]
    public async Task State_IsInTheBucketOfTheRegionThatRunsIt()
    {
        foreach (var (declared, region) in new[]
        {
            (await DeclareAsync(), "eu-west-1"), (await StandbyAsync(Declare, Engines.With(Engines.Flink)), "eu-central-1"),
        })
        {
            var job = declared.Single(Job);
            var bucket = $"s3://drinfra-main-events-state-{region}-123456789012";
            var configuration = (ImmutableDictionary<string, object>)job["spec.flinkConfiguration"]!;
            var annotations = (ImmutableDictionary<string, object>)job["metadata.annotations"]!;

            Assert.Equal($"{bucket}/savepoints/sessions", annotations["dr.drinfra.io/savepoints"]);
            Assert.Equal("600", annotations["dr.drinfra.io/savepoint-seconds"]);
            Assert.Equal($"{bucket}/checkpoints/sessions/{region}", configuration["execution.checkpointing.dir"]);
            Assert.Equal($"{bucket}/high-availability/sessions/{region}", configuration["high-availability.storageDir"]);
            Assert.Equal(("kubernetes", "NO_CLAIM"), (configuration["high-availability.type"], configuration["execution.state-recovery.claim-mode"]));
        }
    }

    [Fact]
    public async Task Pods_AreGatedAndToldWhereSourcesStart()
    {
        var job = (await DeclareAsync()).Single(Job);
        var environment = PipelinePodsTests.Environment(job[$"{Pod}.containers[0].env"]);

        Assert.Equal("flink-main-container", job[$"{Pod}.containers[0].name"]);
        Assert.Equal(("lease-gate", "lease-watch"), (job[$"{Pod}.initContainers[0].name"], job[$"{Pod}.initContainers[1].name"]));
        Assert.Equal((true, true), (job[$"{Pod}.shareProcessNamespace"], job[$"{Pod}.automountServiceAccountToken"]));
        Assert.Equal("/permitted", job[$"{Pod}.containers[0].livenessProbe.httpGet.path"]);
        Assert.Equal("/lease", environment["LEASE_FOLDER"]);

        // Half of an RPO of 30 minutes, five minutes until the alarm rings, one until it is evaluated; and ten that the job may be behind.
        Assert.Equal("1860", environment["SOURCE_REPLAY_SECONDS"]);
        Assert.Equal("beacon", ((ImmutableDictionary<string, object>)job["spec.podTemplate.metadata.labels"]!)["dr.drinfra.io/follows"]);
        Assert.Equal(("local:///opt/flink/usrlib/sessions.jar", "v1_20"), (job["spec.job.jarURI"], job["spec.flinkVersion"]));
        Assert.Equal((1.5, "4096m"), (job["spec.taskManager.resource.cpu"], job["spec.taskManager.resource.memory"]));
    }

    // Two savepoints of ten minutes and fifteen for the way, 31 of replay and an hour of RTO: 126 minutes, at 4 of 20 MB.
    [Theory]
    [InlineData(4, 20, 1512)]
    [InlineData(4, 10, 3024)]
    [InlineData(4, 0.0001, 365 * 86_400)]
    [InlineData(4, 0, 365 * 86_400)]
    public void CatchUp_IsWhatWaitedOverTheSurplus(double input, double surplus, double seconds) => Assert.Equal(
        seconds,
        FlinkPipeline.CatchUp(
            Settings.Configurations.PrimarySettings(Engines.With(Engines.Flink)).Workloads[0], Sessions with { CatchUp = new CatchUpSettings(input, surplus) })
            .TotalSeconds);

    [Fact]
    public async Task Account_MakesPodsInItsOwnNamespaceOnly()
    {
        var declared = await DeclareAsync();
        var role = declared.Of("kubernetes:rbac.authorization.k8s.io/v1:Role").Single(role => (string?)role["metadata.name"] == "events-sessions");

        Assert.Equal("events", role["metadata.namespace"]);
        Assert.Equal(("events-sessions", "events"), (
            declared.Single("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding")["subjects[0].name"],
            declared.Single("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding")["subjects[0].namespace"]));
        Assert.DoesNotContain("*", Text(role["rules"]!), StringComparison.Ordinal);
    }

    private static readonly PipelineSettings Sessions =
        Settings.Configurations.PrimarySettings(Engines.With(Engines.Flink)).Workloads[0].Pipelines[0];

    private static Task<Declarations> DeclareAsync() => PrimaryAsync(Declare, Engines.With(Engines.Flink));

    private static void Declare(ServingFixture fixture) => Declare(fixture, Sessions);

    private static void Declare(ServingFixture fixture, PipelineSettings pipeline) => _ = new FlinkPipeline(
        "job",
        new PipelineArgs(
            fixture.Region, fixture.Workload, pipeline, fixture.Settings.Cluster.FollowerImage!, fixture.Settings.Sizing, fixture.Cluster, fixture.Baseline),
        fixture.Settings.Versions.Flink,
        []);
}
