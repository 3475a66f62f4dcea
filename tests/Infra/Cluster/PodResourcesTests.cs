using DrInfra.Infra.Cluster;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Pipelines;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Cluster;

public class PodResourcesTests
{
    private static readonly WorkloadSettings Ledger = Configurations.PrimarySettings().Workloads[0];

    // 9 and half as much again are 14, a quarter beside them 4: 18 pods of 2 processors and 6 GiB.
    [Fact]
    public void Need_IsThatOfTheMostPodsAndOfAnUpdateBesideThem()
    {
        Assert.Equal(new PodResources(18, 36_000, 110_592), PodResources.Needed(Ledger, Sizing.Full));
        Assert.Equal(new PodResources(3, 6_000, 18_432), PodResources.Needed(Ledger, Sizing.Small));
    }

    [Fact]
    public void NeedOfSome_IsTheirSum()
    {
        var events = Ledger with { Serving = Ledger.Serving! with { Replicas = 6, MilliCpu = 500, MemoryMib = 1024 } };

        Assert.Equal(new PodResources(18 + 12, 36_000 + 6_000, 110_592 + 12_288), PodResources.Needed([Ledger, events], Sizing.Full));
        Assert.Equal(new PodResources(0, 0, 0), PodResources.Needed([], Sizing.Full));
    }

    // 4 pods of half a processor and 1 GiB, each with its watch; a follower's two, and one beside them while they are replaced.
    [Fact]
    public void NeedOfPipelines_IsThatOfTheirPodsAndOfTheFollower()
    {
        var pipeline = new PipelineSettings(
            "enrichment", PipelineEngine.Container, new ContainerImage("a", null, "1"), 4, 500, 1024, null, PipelineResults.Idempotent);
        var events = Ledger with { Serving = null, Pipelines = [pipeline] };

        Assert.Equal(new PodResources(4, 2_200, 4_608), PodResources.Needed(events, Sizing.Full));
        Assert.Equal(new PodResources(1, 550, 1_152), PodResources.Needed(events, Sizing.Small));
        Assert.Equal(new PodResources(4 + 3, 2_200 + 300, 4_608 + 768), PodResources.Needed([events], Sizing.Full));
    }

    // 3 task managers and a JobManager of 1.5 processors and 4 GiB; 4 executors and a driver of 2 and 8; none of Hadoop; both operators with one more each.
    [Fact]
    public void NeedOfEngines_HasTheirLeadersAndOperators()
    {
        var workload = Configurations.PrimarySettings(Engines.With(Engines.Flink, Engines.Spark, Engines.Hadoop)).Workloads[0] with { Serving = null };

        Assert.Equal(
            new PodResources(4 + 5, (4 * 1_550) + (5 * 2_050), (4 * 4_224) + (5 * 8_320)), PodResources.Needed(workload, Sizing.Full));
        Assert.Equal(9 + 3 + 3 + 3, PodResources.Needed([workload], Sizing.Full).Pods);
    }

    [Fact]
    public void Need_HoldsWhateverNumberIsAskedFor()
    {
        for (var replicas = 3; replicas <= 300; replicas++)
        {
            var serving = Ledger.Serving! with { Replicas = replicas };
            var most = ServingReplicas.Most(serving, Sizing.Full);

            // Two zones of three carry the whole load, and Kubernetes rounds the surge up.
            Assert.True(most * 2 >= replicas * 3, $"{replicas}: {most}");
            Assert.Equal(most + ((most * 25) + 99) / 100, PodResources.Needed(Ledger with { Serving = serving }, Sizing.Full).Pods);
        }
    }
}
