using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Aws.Route53;

/// <summary>The load balancers of an estate by the DNS names that AWS gave them.</summary>
internal sealed class BalancersByName(Estate estate)
{
    private readonly ILookup<string, Node> _balancers = estate.OfTypes(LoadBalancers.Types)
        .Where(balancer => balancer["dnsName"].Text is not null)
        .ToLookup(balancer => DnsName.Normal(balancer["dnsName"].Text!), StringComparer.Ordinal);

    public Node? Of(string name) => _balancers[name].FirstOrDefault();
}
