using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Messaging;
using DrInfra.Recovery.Protocol;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What a pod of a pipeline of the engine container is like, and what the work of any pipeline is told.</summary>
internal static class PipelinePodSpec
{
    /// <summary>The container that does the work.</summary>
    public const string Work = "work";

    /// <summary>The pod.</summary>
    /// <param name="args">The pipeline.</param>
    /// <param name="restart">What becomes of containers that end.</param>
    public static PodSpecArgs Of(PipelineArgs args, string restart)
    {
        var pod = GatedPod.Around(args, new ContainerArgs
        {
            Name = Work,
            Image = ContainerRegistry.ImageIn(args.Region, args.Pipeline.Image!),
            Env = Environment(args),
            Resources = RestrictedPod.Resources(args.Pipeline.MilliCpu, args.Pipeline.MemoryMib),
            SecurityContext = RestrictedPod.ContainerSecurity,
        });
        pod.RestartPolicy = restart;
        return pod;
    }

    /// <summary>What the work is told of its workload, its stores and the lease.</summary>
    public static EnvVarArgs[] Environment(PipelineArgs args)
    {
        var (region, workload) = (args.Region, args.Workload);
        return
        [
            LeaseEnvironment.Variable("AWS_REGION", region.Region),
            LeaseEnvironment.Variable("RECOVERY_MANIFEST", region.Names.Manifest(workload.Name)),
            LeaseEnvironment.Variable("WORKLOAD", workload.Name),
            LeaseEnvironment.Variable("PIPELINE", args.Pipeline.Name),
            LeaseEnvironment.Variable(LeaseProtocol.FolderVariable, LeaseProtocol.Folder),
            .. QueueEnvironment.Of(region.Identity, workload, region.Region, gated: true)
                .Concat(CatalogueEnvironment.Of(region.Identity, workload, region.Region))
                .Concat(KeyspaceAddress.Environment(region.Names, workload, region.Region))
                .Select(variable => LeaseEnvironment.Variable(variable.Name, variable.Value)),
        ];
    }
}
