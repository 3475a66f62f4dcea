using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Aws.LoadBalancing;

/// <summary>The ports that the load balancers behind a record listen on.</summary>
internal static class ListenerPorts
{
    public static IEnumerable<double> Of(Estate estate, Node record) =>
        from balancer in ServedRegion.LoadBalancers(estate, record)
        from type in LoadBalancers.Listeners
        from listener in estate.UsersOf(balancer, type, "loadBalancerArn")
        let port = listener["port"].Number
        where port is not null
        select port.Value;
}
