using DrInfra.Drctl.Emulation;
using DrInfra.Drctl.Recording;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Drctl.Export;

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

    [Fact]
    public async Task Export_HoldsTheAwsPartAndNamesTheObjectsThatItLeavesOut()
    {
        var module = ExportedModule.Of([.. (await ClusterGraph.OfAsync(new ClusterProgram())).Resources]);

        Assert.Equal("\"${aws_eks_cluster.cluster.id}\"", module.At("resource.aws_eks_addon.metrics.cluster_name"));
        Assert.Equal("[{\"block_storage\":[{\"enabled\":true}]}]", module.At("resource.aws_eks_cluster.cluster.storage_config"));
        Assert.DoesNotContain("kubernetes", module.Text.Change("kubernetes_network_config", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("kubeconfig", module.Text, StringComparison.Ordinal);
        Assert.Contains(
            "  left out: 10 Kubernetes objects (only the AWS part is exported; the inputs of a Kubernetes object in `pulumi stack export` are its manifest): "
            + "1 ConfigMap, 1 Deployment, 1 HorizontalPodAutoscaler, 1 Namespace, 1 NodeClass.eks.amazonaws.com, 1 NodePool.karpenter.sh, "
            + "1 PodDisruptionBudget, 1 Service, 1 ServiceAccount, 1 TargetGroupBinding.eks.amazonaws.com\n",
            ExportText.Of(module.Report, "out"), StringComparison.Ordinal);
        Assert.Contains(
            "  left out: 1 pulumi:providers:kubernetes (only the AWS part is exported; `aws eks update-kubeconfig` writes",
            ExportText.Of(module.Report, "out"), StringComparison.Ordinal);
        Assert.Contains("deletionProtection of 1 resources", ExportText.Of(module.Report, "out"), StringComparison.Ordinal);
    }

    private static byte[] Bytes(ResourceGraph graph)
    {
        using var stream = new MemoryStream();
        GraphFile.Write(graph, stream);
        return stream.ToArray();
    }
}
