using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.ClassicLoadBalancing;

namespace DrInfra.Policies.Aws.LoadBalancing;

/// <summary>Load balancers, whichever of the provider's modules declares them.</summary>
internal static class LoadBalancers
{
    public static readonly IReadOnlyList<string> Types = [LoadBalancingTypes.LoadBalancer, AlbTypes.LoadBalancer, ClassicLoadBalancingTypes.LoadBalancer];

    public static readonly IReadOnlyList<string> Listeners = [LoadBalancingTypes.Listener, AlbTypes.Listener];
}
