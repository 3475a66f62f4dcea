using DrInfra.Policies.Aws.Batch;
using DrInfra.Policies.Aws.Drs;
using DrInfra.Policies.Aws.EmrContainers;
using DrInfra.Policies.Aws.EmrServerless;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Cassandra;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Assessment;

/// <summary>Resources that nothing here judges.</summary>
/// <param name="Type">Their type token.</param>
/// <param name="Why">Why they are not judged.</param>
/// <param name="Nodes">In the order of their URNs.</param>
public sealed record UnreadType(string Type, string Why, IReadOnlyList<Node> Nodes);

/// <summary>
/// What a check passes over, so that it can be said: resources of providers that nobody here reads, what deploys things that are not in
/// the graph, data of services without a reader, and what the program only looks up.
/// </summary>
public static class UnreadTypes
{
    // Providers that neither hold data nor serve: values, files on the machine that deploys, waiting.
    private static readonly HashSet<string> Bystanders = new(
        StringComparer.Ordinal) { "pulumi", "random", "tls", "null", "time", "archive", "std", "local", "assert" };

    // What they deploy are resources of their own, which the engine never sees.
    private static readonly HashSet<string> Deployers = new(StringComparer.Ordinal)
    {
        "aws:cloudformation/stack:Stack", "aws:cloudformation/stackSet:StackSet", "aws:cloudformation/stackSetInstance:StackSetInstance",
        "aws:cloudformation/stackInstances:StackInstances", "aws:cloudcontrol/resource:Resource", "aws:servicecatalog/provisionedProduct:ProvisionedProduct",
        "aws:serverlessrepository/cloudFormationStack:CloudFormationStack", "kubernetes:helm.sh/v3:Release",
    };

    // What moves or copies data, and tells nothing that a figure could be made of.
    private static readonly Dictionary<string, string> Movers = new(StringComparer.Ordinal)
    {
        [DrsTypes.ReplicationConfigurationTemplate] =
            "it states how AWS Elastic Disaster Recovery replicates servers; which servers have its agent, and how far their copies are, is not declared",
        ["aws:cloudwatch/eventBus:EventBus"] = "no figure: events pass through a bus, and what waits for a target is not computed",
        ["aws:cloudwatch/eventArchive:EventArchive"] = "no figure: an archive replays events to the bus of its own Region, and no store is made of it",
        ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"] = "no figure: what it delivers where, and how late, is not computed",
        ["aws:pipes/pipe:Pipe"] = "no figure: what it copies where, and how late, is not computed",
        [EmrServerlessTypes.Application] = "no figure: who submits jobs to it, and what they keep, is not declared",
        [EmrContainersTypes.VirtualCluster] = "no figure: who submits jobs to it, and what they keep, is not declared",
        [BatchTypes.JobQueue] = "no figure: who submits jobs to it, and what they keep, is not declared",
        ["aws:mskconnect/connector:Connector"] = "no figure: whether the connector copies topics to another cluster is not computed",
    };

    // Custom resources of Kubernetes that rules read.
    private static readonly string[] ReadGroups = ["velero.io", "flink.apache.org", "sparkoperator.k8s.io"];

    private static readonly HashSet<string> ReadTypes =
        new(
            [.. NodePool.Types, .. NodeClass.Types, .. TargetGroupBinding.Types, .. PodScalers.ScaledObjects, .. StrimziTypes.Read, .. CassandraTypes.All],
            StringComparer.Ordinal);

    /// <summary>All of them, by type.</summary>
    public static IReadOnlyList<UnreadType> Of(Estate estate) =>
    [
        .. estate.All.Where(node => node.Resource.Custom).Select(node => (Node: node, Why: WhyOf(estate, node))).Where(pair => pair.Why is not null)
            .GroupBy(pair => (pair.Node.Type, pair.Why))
            .OrderBy(group => group.Key.Type, StringComparer.Ordinal).ThenBy(group => group.Key.Why, StringComparer.Ordinal)
            .Select(group =>
                new UnreadType(group.Key.Type, group.Key.Why!, [.. group.Select(pair => pair.Node).OrderBy(node => node.Urn, StringComparer.Ordinal)])),
    ];

    /// <summary>Whether the program only looks a resource up: whoever declares it answers for its options.</summary>
    public static bool IsOnlyLookedUp(Node node) => node.Resource is { Custom: true, External: true };

    private static string? WhyOf(Estate estate, Node node)
    {
        var type = node.Type;
        var package = type[..Math.Max(0, type.IndexOf(':', StringComparison.Ordinal))];
        return Bystanders.Contains(package) ? null
            : IsOnlyLookedUp(node) ? "the program only reads it: the program that declares it is responsible"
            : Deployers.Contains(type) ? JobOperator.IsOne(node) ? null : "it deploys resources that are not in the graph"
            : Movers.TryGetValue(type, out var why) ? why
            : package switch
            {
                "aws" => UnreadCopies.WhyOf(estate, node) is { } unread ? unread
                    : StatefulTypes.Find(node)?.Part == StatefulPart.Data && !RecoveryAssessment.StoreTypes.Contains(type, StringComparer.Ordinal)
                    ? "it holds data, but no reader computes what it survives" : null,
                "kubernetes" => ReadTypes.Contains(type) ? null
                    : IsCustom(type) ? "no reader knows this custom resource"
                    : type.EndsWith("List", StringComparison.Ordinal) ? "no reader looks into a list of objects"
                    : null,
                _ => $"no reader knows resources of {package}",
            };
    }

    // kubernetes:GROUP/VERSION:KIND; the groups of Kubernetes itself have no dot, or end in k8s.io.
    private static bool IsCustom(string type)
    {
        var group = type["kubernetes:".Length..].Split('/', ':')[0];
        return group.Contains('.', StringComparison.Ordinal) && !group.EndsWith(".k8s.io", StringComparison.Ordinal)
            && !ReadGroups.Contains(group, StringComparer.Ordinal) && !group.StartsWith("helm.sh", StringComparison.Ordinal);
    }
}
