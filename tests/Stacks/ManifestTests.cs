using DrInfra.Policies.Graph;
using DrInfra.Recovery;

namespace DrInfra.Tests.Stacks;

/// <summary>The promises are kept next to the resources, in both stacks alike.</summary>
[Collection(ShippedStacksGroup.Name)]
public class ManifestTests(ShippedStacks stacks)
{
    [Fact]
    public void EveryWorkload_HasAManifestInBothStacks() => Assert.All(stacks.Both, stack => Assert.Equal(
        ["/dr/main/events", "/dr/main/lake", "/dr/main/ledger", "/dr/main/profiles", "/dr/main/reporting"],
        stack.Graph.Manifests().Select(parameter => parameter.Inputs.Text("name")).Order(StringComparer.Ordinal)));

    [Fact]
    public void Manifests_AreReadableInPreviewsAndDifferOnlyInTheirRole()
    {
        var primary = Read(stacks.Dev.Graph);
        var standby = Read(stacks.Dr.Graph);

        Assert.All(primary, manifest => Assert.Equal("primary", manifest.Role));
        Assert.Equal(primary.Select(manifest => (manifest with { Role = "standby" }).ToJson()), standby.Select(manifest => manifest.ToJson()));
    }

    [Fact]
    public void Ledger_PromisesWhatItsTierPromises()
    {
        var ledger = Read(stacks.Dev.Graph).Single(manifest => manifest.Workload == "ledger");

        Assert.Equal(new ManifestObjective("5m", "30m"), ledger.Objectives["region"]);
        Assert.Equal("automatic", ledger.Decide);
        Assert.Equal("single", ledger.Writer);
        Assert.Equal("ledger.data.example.com", ledger.Endpoint);
        Assert.Equal(2, ledger.Capacity["journal"]);
        Assert.Equal(9, ledger.Capacity["serving"]);
        Assert.Equal(["journal", "requests", "transfers"], ledger.Stores.Select(store => store.Name));
    }

    [Fact]
    public void Manifests_HaveTheirPipelines()
    {
        var pipelines = Read(stacks.Dev.Graph).SelectMany(manifest => (manifest.Pipelines ?? []).Select(pipeline => (manifest.Workload, pipeline))).ToArray();

        Assert.Equal(
            [
                ("events", "enrichment", "container", null), ("events", "sessions", "flink", null), ("lake", "rollup", "spark", "15 * * * *"),
                ("lake", "compaction", "hadoop", "40 */2 * * *"),
            ],
            pipelines.Select(one => (one.Workload, one.pipeline.Name, one.pipeline.Engine, one.pipeline.Every)));
        var sessions = pipelines[1].pipeline;
        Assert.Equal((40, 4, 20, "idempotent"), (sessions.StateGb, sessions.InputMbPerSecond, sessions.SurplusMbPerSecond, sessions.Results));
        Assert.Equal(["feed"], sessions.Reads);
        Assert.Equal(["profiles", "payloads"], sessions.Writes);
    }

    [Fact]
    public void StackOutput_RepeatsTheManifests() => Assert.All(stacks.Both, stack =>
    {
        var output = Assert.IsType<MapValue>(stack.Graph.Resources[0].Outputs["recoveryManifest"]);
        Assert.Equal(
            Read(stack.Graph).Select(manifest => manifest.ToJson()).Order(StringComparer.Ordinal),
            output.Select(pair => ((TextValue)pair.Value).Value).Order(StringComparer.Ordinal));
    });

    private static IEnumerable<RecoveryManifest> Read(ResourceGraph graph) => graph.Manifests()
        .Select(parameter => RecoveryManifest.FromJson(parameter.Inputs.Text("insecureValue")!))
        .OrderBy(manifest => manifest.Workload, StringComparer.Ordinal);
}
