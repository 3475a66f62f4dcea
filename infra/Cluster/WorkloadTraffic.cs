using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace DrInfra.Infra.Cluster;

/// <summary>Whom the pods of a workload may talk to: nobody, but for what stands here. Probes of a pod's own node are always let through.</summary>
internal static class WorkloadTraffic
{
    private const int DnsPort = 53;
    private const int HttpPort = 80;
    private const int HttpsPort = 443;
    private const int PostgreSqlPort = 5432;

    // Where a JobManager of Flink is asked.
    private const int JobManagerPort = 8081;

    // The agent of EKS Pod Identity on the pod's own node (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html).
    private const string PodIdentity = "169.254.170.23/32";
    private const string LinkLocal = "169.254.0.0/16";
    private const string Anywhere = "0.0.0.0/0";

    /// <summary>
    /// The policies of what starts pipelines. It asks name servers of the zone, which may be anywhere, and talks to the API server as to AWS.
    /// </summary>
    public static IEnumerable<(string Part, NetworkPolicySpecArgs Spec)> OfFollower() =>
    [
        DefaultDeny, ("dns", Egress([Anywhere], (DnsPort, "UDP"), (DnsPort, "TCP"))), PodIdentityAgent, Https,
    ];

    /// <summary>What the operator of Flink may do besides: ask jobs, wherever in the Region's network they are.</summary>
    public static (string Part, NetworkPolicySpecArgs Spec) OfFlinkOperator(AddressRange network) =>
        ("jobs", Egress([network.ToString()], (JobManagerPort, "TCP")));

    /// <summary>The policies of a workload, each with its part of the name.</summary>
    public static IEnumerable<(string Part, NetworkPolicySpecArgs Spec)> Of(WorkloadSettings workload, ClusterNetwork network)
    {
        yield return DefaultDeny;

        // Auto Mode answers DNS on every node, at an address of the services.
        yield return ("dns", Egress([ServiceRange.Beside(network.Range).ToString(), network.Range.ToString(), LinkLocal], (DnsPort, "UDP"), (DnsPort, "TCP")));
        yield return PodIdentityAgent;
        yield return Https;
        if (workload.Databases.Any())
        {
            yield return ("postgresql", Egress([network.Range.ToString()], (PostgreSqlPort, "TCP")));
        }

        if (workload.Streams.Any())
        {
            yield return ("kafka", Egress([network.Range.ToString()], (EventStream.Port, "TCP")));
        }

        if (workload.WideColumns.Any())
        {
            // At an interface endpoint of the network, or outside where there is none.
            yield return ("cassandra", Egress([Anywhere], (KeyspaceAddress.Port, "TCP")));
        }

        if (workload.Has(PipelineEngine.Flink) || workload.Has(PipelineEngine.Spark))
        {
            yield return ("jobs", BetweenJobs);
        }

        if (workload.Has(PipelineEngine.Flink))
        {
            yield return ("job-operator", FromTheOperator);
        }

        if (workload.Serving is not { } serving)
        {
            yield break;
        }

        yield return ("clients", new NetworkPolicySpecArgs
        {
            PodSelector = new LabelSelectorArgs(),
            PolicyTypes = { "Ingress" },
            Ingress =
            {
                new NetworkPolicyIngressRuleArgs
                {
                    From = Peers([.. network.LoadBalancerRanges.Select(range => range.ToString())]),
                    Ports = Ports((serving.Port, "TCP")),
                },
            },
        });
    }

    // Engines choose the ports by which the pods of a job talk to each other.
    private static NetworkPolicySpecArgs BetweenJobs => new()
    {
        PodSelector = OfJobs,
        PolicyTypes = { "Ingress", "Egress" },
        Ingress = { new NetworkPolicyIngressRuleArgs { From = { Jobs } } },
        Egress = { new NetworkPolicyEgressRuleArgs { To = { Jobs } } },
    };

    private static NetworkPolicySpecArgs FromTheOperator => new()
    {
        PodSelector = OfJobs,
        PolicyTypes = { "Ingress" },
        Ingress =
        {
            new NetworkPolicyIngressRuleArgs
            {
                From =
                {
                    new NetworkPolicyPeerArgs
                    {
                        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { ["kubernetes.io/metadata.name"] = FollowerSettings.Namespace } },
                    },
                },
                Ports = Ports((JobManagerPort, "TCP")),
            },
        },
    };

    private static NetworkPolicyPeerArgs Jobs => new() { PodSelector = OfJobs };

    private static LabelSelectorArgs OfJobs => new() { MatchLabels = { [LeaseProtocol.FollowsLabel] = LeaseProtocol.Beacon } };

    private static (string Part, NetworkPolicySpecArgs Spec) DefaultDeny =>
        ("default-deny", new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs(), PolicyTypes = { "Ingress", "Egress" } });

    private static (string Part, NetworkPolicySpecArgs Spec) PodIdentityAgent => ("pod-identity", Egress([PodIdentity], (HttpPort, "TCP")));

    // AWS services, whose addresses are not fixed.
    private static (string Part, NetworkPolicySpecArgs Spec) Https => ("https", Egress([Anywhere], (HttpsPort, "TCP")));

    private static NetworkPolicySpecArgs Egress(string[] ranges, params (int Port, string Protocol)[] ports) => new()
    {
        PodSelector = new LabelSelectorArgs(),
        PolicyTypes = { "Egress" },
        Egress = { new NetworkPolicyEgressRuleArgs { To = Peers(ranges), Ports = Ports(ports) } },
    };

    private static InputList<NetworkPolicyPeerArgs> Peers(string[] ranges) =>
        ranges.Select(range => new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = range } }).ToArray();

    private static InputList<NetworkPolicyPortArgs> Ports(params (int Port, string Protocol)[] ports) =>
        ports.Select(port => new NetworkPolicyPortArgs { Port = port.Port, Protocol = port.Protocol }).ToArray();
}
