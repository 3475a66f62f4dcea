using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>What already reads from a cluster that only receives (<see cref="StreamingPods"/>).</summary>
internal static class StreamConsumers
{
    /// <summary>Each consumer that runs, and what would stop it.</summary>
    public static IEnumerable<Reason> Of(Estate estate, Node cluster) => Mappings(estate, cluster).Concat(ConsumingPods(estate, cluster));

    private static IEnumerable<Reason> Mappings(Estate estate, Node cluster) =>
        from mapping in estate.OfType(LambdaTypes.EventSourceMapping)
        where mapping["enabled"].Flag != false && estate.References.Follow(mapping, "eventSourceArn", MskTypes.Clusters).Target == cluster
        select mapping["enabled"].IsUnknown
            ? Reason.Unknown(mapping, "enabled")
            : new Reason($"{mapping.Name} already reads from {cluster.Name}, so the offsets of its group are not written there", mapping, "enabled");

    private static IEnumerable<Reason> ConsumingPods(Estate estate, Node cluster) => StreamingPods.Running(estate, cluster, pods =>
        PodClusters.In(estate).RegionOf(pods) == cluster.Region
        && ((StreamingPods.HasGroup(pods) && Names(pods, cluster)) || MayConsume(estate, pods, cluster)));

    // Only a consumer commits offsets: what a producer is allowed is less. Of which groups, the policy says.
    private static bool MayConsume(Estate estate, Node pods, Node cluster) =>
        Pods.Spec(pods)["serviceAccountName"].Text is { } account
        && (from identity in estate.OfType(EksTypes.PodIdentityAssociation)
            where identity["serviceAccount"].Text == account && identity["namespace"].Text == Pods.NamespaceOf(pods) && identity.Region == cluster.Region
            let role = estate.References.Follow(identity, "roleArn", IamTypes.Role).Target
            where role is not null
            from statement in RoleGrants.Of(estate, role).Statements
            where statement.Allows && statement.Covers("kafka-cluster:AlterGroup")
            from resource in statement.Resources
            let groups = ReplicatorNeeds.GroupOf(cluster, resource.Split('/')[^1])
            select groups is not null && statement.Reaches(groups) == true).Contains(true);

    // By the engine's record, else by an address or a name in the environment.
    private static bool Names(Node pods, Node cluster) => ReferenceResolver.Declared(pods, "spec", MskTypes.Clusters).Contains(cluster)
        || (PhysicalName.Of(cluster) is { } name && StreamingPods.Mentions(pods, $".{name}."));
}
