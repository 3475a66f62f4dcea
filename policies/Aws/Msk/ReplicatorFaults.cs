using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Vpc;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>
/// What keeps a replicator from copying at all. Sources: the MSK guide, "Prepare source and target clusters" and "Supported configurations".
/// </summary>
internal static class ReplicatorFaults
{
    private const string Service = "kafka.amazonaws.com";
    private const string RoleProperty = "serviceExecutionRoleArn";

    // The port of IAM authentication, which the service connects to.
    private static readonly double Port = FactBook.Number("msk-iam-port");

    // What the service does in the name of a replicator of another Region.
    private static readonly string[] Connecting = ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers", "kafka:DescribeClusterV2"];

    /// <summary>All of them, those that only the deployment will tell included; empty where nothing stands in its way.</summary>
    public static IEnumerable<Reason> Of(Estate estate, KafkaReplication link) => Admission(estate, link).Concat(Role(estate, link));

    /// <summary>What its clusters refuse.</summary>
    public static IEnumerable<Reason> Admission(Estate estate, KafkaReplication link) => new[]
    {
        Account(link),
        link.Source.Target is { } source ? Connectivity(link, source) : null,
        link.Source.Target is { } admitting ? Policy(estate, link, admitting) : null,
        link.Source.Target is { } first ? Authentication(first) ?? Size(first) : null,
        link.Target.Target is { } second ? Authentication(second) ?? Size(second) : null,
        Network(estate, link),
    }.OfType<Reason>();

    /// <summary>The role that the service works through.</summary>
    public static IEnumerable<Reason> Role(Estate estate, KafkaReplication link) =>
        RoleUse.Of(estate, link.Replicator, RoleProperty, [Service]) is { } use && RoleAccess.Refused(estate, use) is { } refused
            ? IsVouchedFor(link) && refused.IsUnknown ? [] : [refused]
            : Lacks(estate, link);

    /// <summary>What the role may not do; that nobody knows it, or that the service may not assume it, apart.</summary>
    public static IEnumerable<Reason> Lacks(Estate estate, KafkaReplication link) =>
        RoleUse.Of(estate, link.Replicator, RoleProperty, [Service]) is not { } use ? [new Reason("the replicator has no role", link.Replicator, RoleProperty)]
        : use.Role.Target is not { } role || (IsVouchedFor(link) && RoleGrants.Of(estate, role).Policies == 0) ? []
        : RoleAccess.Lacks(estate, link.Replicator, role, ReplicatorNeeds.Of(link));

    // The service makes no replicator that cannot connect: in a stranger's deployed stack what nobody states was set by other means.
    private static bool IsVouchedFor(KafkaReplication link) => link.Replicator.Stack.IsForeign && link.Replicator.Resource.Id is { Length: > 0 };

    private static Reason? Account(KafkaReplication link) =>
        link.Source.Target is { } source && link.Target.Target is { } target && Accounts.Of(source) is { } from && Accounts.Of(target) is { } to && from != to
            ? new Reason($"MSK Replicator copies within one account only: its clusters are in {from} and {to}", link.Replicator, link.Source.Path)
            : null;

    // Across Regions the service reaches a provisioned source through private connectivity with IAM.
    private static Reason? Connectivity(KafkaReplication link, Node source)
    {
        if (source.Type != MskTypes.Cluster || source.Region == link.Replicator.Region)
        {
            return null;
        }

        var setting = source["brokerNodeGroupInfo"]["connectivityInfo"]["vpcConnectivity"]["clientAuthentication"]["sasl"]["iam"];
        return setting.IsUnknown ? Reason.Unknown(source, setting.Path)
            : setting.Flag == true || (setting.IsAbsent && IsVouchedFor(link)) ? null
            : new Reason(
                $"{source.Name} lets no replicator of another Region in: multi-VPC connectivity with IAM is {(setting.IsAbsent ? "not stated" : "off")}",
                source, setting.Path);
    }

    private static Reason? Policy(Estate estate, KafkaReplication link, Node source)
    {
        if (source.Region == link.Replicator.Region)
        {
            return null;
        }

        Node[] beside = [.. estate.UsersOf(source, MskTypes.ClusterPolicy, "clusterArn")];
        if (beside.Length == 0)
        {
            return IsVouchedFor(link) ? null
                : estate.OfType(MskTypes.ClusterPolicy).FirstOrDefault(policy => policy["clusterArn"].IsUnknown && policy.Region == source.Region)
                    is { } homeless ? Reason.Unknown(homeless, "clusterArn")
                : new Reason($"{source.Name} has no cluster policy that lets {Service} connect", source);
        }

        PolicyDocument[] documents = [.. beside.Select(policy => PolicyDocument.Read(policy, policy["policy"]))];
        return Array.Find(documents, document => document.IsUnknown) is { } unknown ? Reason.Unknown(unknown.Owner, unknown.Path)
            : Connecting.FirstOrDefault(action => !Array.Exists(documents, document => document.Lets(Service, action))) is { } missing
                ? new Reason($"the cluster policy of {source.Name} does not allow {Service} {missing}", documents[0].Owner, documents[0].Path)
            : null;
    }

    private static Reason? Authentication(Node cluster)
    {
        if (cluster.Type != MskTypes.Cluster)
        {
            return null;
        }

        var (authentication, iam) = (cluster["clientAuthentication"], cluster["clientAuthentication"]["sasl"]["iam"]);
        return authentication.IsUnknown || iam.IsUnknown ? Reason.Unknown(cluster, iam.Path.Length > 0 ? iam.Path : authentication.Path)
            : iam.Flag == true ? null
            : new Reason($"{cluster.Name} takes no clients with IAM, as a replicator is", cluster, "clientAuthentication.sasl.iam");
    }

    private static Reason? Size(Node cluster)
    {
        var (brokers, least) = (cluster["numberOfBrokerNodes"], FactBook.Number("msk-replicator-brokers"));
        var small = FactBook.Get("msk-replicator-unsupported").Words;
        var type = cluster["brokerNodeGroupInfo"]["instanceType"];
        return cluster.Type != MskTypes.Cluster ? null
            : brokers.IsUnknown ? Reason.Unknown(cluster, brokers.Path)
            : brokers.Number < least
                ? new Reason($"{cluster.Name} has {brokers.Number} brokers, a replicator needs {least}", cluster, brokers.Path)
            : small.Contains(type.Text, StringComparer.Ordinal)
                ? new Reason($"no replicator connects to brokers of {type.Text}", cluster, type.Path)
            : null;
    }

    // The replicator is a client of the target in its network.
    private static Reason? Network(Estate estate, KafkaReplication link)
    {
        if (link.Target.Target is not { Type: MskTypes.Cluster } target)
        {
            return null;
        }

        var groups = estate.References.FollowAll(target, target["brokerNodeGroupInfo"]["securityGroups"], Ec2Types.SecurityGroup);
        return groups.Count == 0 || groups.Any(group => group.Target is null) || groups.Any(group => SecurityGroupPorts.Admit(estate, group.Target!, Port))
            ? null
            : new Reason($"the security groups of {target.Name} let nobody in on port {Port}", groups[0].Target, "ingress");
    }
}
