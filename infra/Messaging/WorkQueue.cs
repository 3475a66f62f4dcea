using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;

namespace DrInfra.Infra.Messaging;

/// <summary>What <see cref="WorkQueue"/> needs.</summary>
/// <param name="Primary">The primary Region.</param>
/// <param name="Standby">The standby Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Queue">The queue.</param>
/// <param name="PrimaryKeyArn">The key of queues of the primary Region.</param>
/// <param name="StandbyKeyArn">That of the standby Region.</param>
public sealed record WorkQueueArgs(
    RegionContext Primary,
    RegionContext Standby,
    WorkloadSettings Workload,
    QueueStore Queue,
    Output<string> PrimaryKeyArn,
    Output<string> StandbyKeyArn);

/// <summary>
/// A queue in each Region, all in the primary's stack: nothing here is a server. Where every message has to be in both Regions, a topic in each
/// feeds the queues of both, so that whichever Region producers are in, the other one holds what they sent. Alike in both directions from the
/// first deployment: a failover changes nothing here.
/// </summary>
[Practices("F1", "H5")]
public sealed class WorkQueue : ComponentResource
{
    /// <summary>Declares queues, topics and subscriptions.</summary>
    public WorkQueue(string name, WorkQueueArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:messaging:WorkQueue", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        RegionalQueue Declared(RegionContext region, Output<string> keyArn) => new(
            $"{name}-{region.Region}", new RegionalQueueArgs(region, args.Workload, args.Queue, keyArn), child);
        RegionalQueue[] queues = [Declared(args.Primary, args.PrimaryKeyArn), Declared(args.Standby, args.StandbyKeyArn)];
        if (args.Queue.InBothRegions)
        {
            foreach (var (region, keyArn) in new[] { (args.Primary, args.PrimaryKeyArn), (args.Standby, args.StandbyKeyArn) })
            {
                _ = new QueueTopic($"{name}-topic-{region.Region}", new QueueTopicArgs(region, args.Workload, args.Queue, keyArn, queues), child);
            }
        }

        Region = Output.Create(ResourceTags.Global);
        RegisterOutputs();
    }

    /// <summary><c>global</c>: it spans the pair, and its children say their own Regions.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }
}
