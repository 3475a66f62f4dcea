using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>The load balancers of an estate by the DNS names that AWS gave them.</summary>
internal sealed class BalancersByName(Estate estate)
{
    private readonly ILookup<string, Node> _balancers = estate.OfTypes(DetectionTypes.LoadBalancers)
        .Where(balancer => balancer["dnsName"].Text is not null)
        .ToLookup(balancer => DnsName.Normal(balancer["dnsName"].Text!), StringComparer.Ordinal);

    public Node? Of(string name) => _balancers[name].FirstOrDefault();
}
