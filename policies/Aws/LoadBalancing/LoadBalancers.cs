using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.ClassicLoadBalancing;

namespace DrInfra.Policies.Aws.LoadBalancing;

/// <summary>Load balancers, whichever of the provider's modules declares them.</summary>
internal static class LoadBalancers
{
    public static readonly IReadOnlyList<string> Types = [LoadBalancingTypes.LoadBalancer, AlbTypes.LoadBalancer, ClassicLoadBalancingTypes.LoadBalancer];

    public static readonly IReadOnlyList<string> Listeners = [LoadBalancingTypes.Listener, AlbTypes.Listener];

    /// <summary>
    /// Whether a load balancer writes access logs where it is told to: one for applications does, a network one of its TLS requests alone
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html).
    /// </summary>
    public static bool Logs(Estate estate, Node balancer) => balancer["loadBalancerType"].Text switch
    {
        "gateway" => false,
        "network" => Listeners.SelectMany(type => estate.UsersOf(balancer, type, "loadBalancerArn")).Any(listener => listener["protocol"].Text == "TLS"),
        _ => true,
    };
}
