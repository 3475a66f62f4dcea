using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The offsets and the state of structured streams of Spark: in their checkpoints, where a driver that is started again finds them.</summary>
internal sealed class SparkStateReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var clusters = PodClusters.In(context.Estate);
        foreach (var job in SparkJob.Streams(context.Estate))
        {
            var region = clusters.RegionOf(job.Node);
            var store = new Store(job.Node, context.WorkloadOf(job.Node), JobStates.Kind, job.Name ?? job.Node.Name, region) { Members = [job.Node] };
            yield return store with { Copies = [InRegion(context, store, job)] };
        }
    }

    private static Copy InRegion(StoreContext context, Store store, SparkJob job)
    {
        var copy = new CopyBuilder("checkpoints", store.Home, job.Node).Loses(
            Reason.Uncertain("whether the state can be computed again from the sources is not known", job.Node, job.Checkpoints.Path),
            Disruption.Region, Disruption.Corruption, Disruption.Account);
        if (LostWithTheDriver(job) is { } lost)
        {
            return copy.Loses(lost, Disruption.Instance, Disruption.Zone).Build();
        }

        var again = Derivation.Nothing("records since the last checkpoint", "they are read again from the sources");
        var restart = job.NotRestarted switch
        {
            null => context.Estimates.Duration("the operator submits it again, and its driver starts", "capacity", store.Workload, store.Label, job.Node.Urn),
            var never => UnknownReason.OrNever("the operator submits it again", never),
        };
        return copy.Survives(Disruption.Instance, again, restart).Survives(Disruption.Zone, again, restart).Build();
    }

    private static Reason? LostWithTheDriver(SparkJob job)
    {
        if (job.Checkpoints.Text is not { } text)
        {
            return Reason.Unknown(job.Node, job.Checkpoints.Path);
        }

        return ObjectLocation.Parse(text) switch
        {
            { IsInS3: true } => null,
            { Scheme: "file" or "local" } local => job.HasVolumeAt($"/{local.Key}") == false
                ? new Reason($"checkpoints are on the disk of the driver's pod, which is lost with it: {text}", job.Node, job.Checkpoints.Path)
                : Reason.Uncertain($"what survives on the volume of {text} is not known", job.Node, job.Checkpoints.Path),
            _ => Reason.Uncertain($"what survives in {text} is not known", job.Node, job.Checkpoints.Path),
        };
    }
}
