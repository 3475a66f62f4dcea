namespace DrInfra.Infra.Permissions;

/// <summary>The policy of a stream's cluster: MSK lets the replicator of the other Region in through a connection that it makes itself.</summary>
internal static class StreamPolicy
{
    /// <summary>MSK itself.</summary>
    public const string Service = "kafka.amazonaws.com";

    /// <summary>
    /// The document (https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-prepare-cluster.html). It names the cluster by its
    /// whole ARN: a policy of a cluster is about that one.
    /// </summary>
    public static string Of(string clusterArn) => PolicyDocument.Of(new Statement
    {
        Sid = "ReadByTheReplicatorOfTheOtherRegion",
        Principal = new() { ["Service"] = [Service] },
        Action = ["kafka:CreateVpcConnection", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers"],
        Resource = [clusterArn],
    });
}
