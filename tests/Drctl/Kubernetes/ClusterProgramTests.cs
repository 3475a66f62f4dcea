using DrInfra.Drctl.Emulation;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Drctl.Kubernetes;

/// <summary>A program with a cluster and its objects, in the emulated cloud.</summary>
public class ClusterProgramTests
{
    [Fact]
    public async Task EveryTypeIsEmulated_AndEveryProviderKnown()
    {
        var cloud = new EmulatedCloud(new EmulatedAccount(ClusterProgram.AccountId, "shop", "dev"));

        var graph = await ProgramRecorder.RecordAsync("shop", "dev", cloud, new ClusterProgram().Declare);

        Assert.Empty(cloud.NotEmulated);
        var provider = graph.Resources.Single(resource => resource.Name == "kubernetes-eu-west-1");
        Assert.Equal(PropertyValue.Of("arn:aws:eks:eu-west-1:123456789012:cluster/shop-main-cluster-eu-west-1"), provider.Inputs["clusterIdentifier"]);
        Assert.Contains(".eks.amazonaws.com", ((TextValue)provider.Inputs["kubeconfig"]!).Value, StringComparison.Ordinal);
        Assert.Equal("orders/orders-serving", graph.Resources.Single(resource => resource.Type == "kubernetes:apps/v1:Deployment").Id);
    }

    [Fact]
    public async Task TwoRuns_GiveTheSameBytes() =>
        Assert.Equal(Bytes(await ClusterGraph.OfAsync(new ClusterProgram())), Bytes(await ClusterGraph.OfAsync(new ClusterProgram())));

    private static byte[] Bytes(ResourceGraph graph)
    {
        using var stream = new MemoryStream();
        GraphFile.Write(graph, stream);
        return stream.ToArray();
    }
}
