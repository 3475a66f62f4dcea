using System.Collections.Immutable;
using DrInfra.Infra.Pipelines;
using DrInfra.Tests.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

[Trait("Practice", "H2")]
public class SparkPipelineTests
{
    private const string Job = "kubernetes:sparkoperator.k8s.io/v1beta2:ScheduledSparkApplication";

    [Fact]
    public async Task Job_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Role"] = 2, ["RolePolicy"] = 1, ["PodIdentityAssociation"] = 1, ["ServiceAccount"] = 1, ["RoleBinding"] = 1,
            ["ScheduledSparkApplication"] = 1,
        },
        await CountsBesideAsync(fixture => _ = fixture.Baseline, Declare, Engines.With(Engines.Spark)));

    [Fact]
    public async Task Schedule_IsSuspendedInBothRegionsUntilItsFollowerResumesIt()
    {
        foreach (var declared in new[] { await DeclareAsync(), await StandbyAsync(Declare, [.. Engines.With(Engines.Spark), ("activation", "active")]) })
        {
            var job = declared.Single(Job);

            Assert.Equal(("15 * * * *", "Etc/UTC", true, "Forbid"), (
                job["spec.schedule"], job["spec.timeZone"], job["spec.suspend"], job["spec.concurrencyPolicy"]));
            Assert.Equal(["spec.suspend"], job.Options.IgnoreChanges);
            Assert.Equal("beacon", ((ImmutableDictionary<string, object>)job["metadata.labels"]!)["dr.drinfra.io/follows"]);
        }
    }

    [Theory]
    [InlineData("driver", "spark-kubernetes-driver", true)]
    [InlineData("executor", "spark-kubernetes-executor", false)]
    public async Task Pods_AreGated(string part, string container, bool talksToCluster)
    {
        var job = (await DeclareAsync()).Single(Job);
        var pod = $"spec.template.{part}.template.spec";

        Assert.Equal(container, job[$"{pod}.containers[0].name"]);
        Assert.Equal(("lease-gate", "lease-watch"), (job[$"{pod}.initContainers[0].name"], job[$"{pod}.initContainers[1].name"]));
        Assert.Equal((true, talksToCluster), (job[$"{pod}.shareProcessNamespace"], job[$"{pod}.automountServiceAccountToken"]));

        // 8 GiB, of which a tenth is beside the heap.
        Assert.Equal(("7372m", "820m"), (job[$"spec.template.{part}.memory"], job[$"spec.template.{part}.memoryOverhead"]));
    }

    [Fact]
    public async Task Program_IsWhatTheImageHas()
    {
        var job = (await DeclareAsync()).Single(Job);

        Assert.Equal(("local:///opt/spark/work/rollup.py", "Python", 4.0), (
            job["spec.template.mainApplicationFile"], job["spec.template.type"], job["spec.template.executor.instances"]));
        Assert.Equal("123456789012.dkr.ecr.eu-west-1.amazonaws.com/drinfra-main/rollup:1.0", job["spec.template.image"]);
    }

    [Theory]
    [InlineData(1024, 640)]
    [InlineData(3840, 3456)]
    [InlineData(3850, 3465)]
    [InlineData(10_240, 9216)]
    public void Heap_IsWhatItsOverheadLeaves(int memory, int heap) => Assert.Equal(heap, SparkPipeline.HeapMib(memory));

    private static Task<Declarations> DeclareAsync() => PrimaryAsync(Declare, Engines.With(Engines.Spark));

    private static void Declare(ServingFixture fixture) => _ = new SparkPipeline(
        "job",
        new PipelineArgs(
            fixture.Region, fixture.Workload, fixture.Workload.Pipelines[0], fixture.Settings.Cluster.FollowerImage!, fixture.Settings.Sizing, fixture.Cluster,
            fixture.Baseline),
        fixture.Settings.Versions.Spark,
        []);
}
