using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class AcceleratorPortIsServed : StackRule
{
    private static readonly string[] Balancers = [LoadBalancingTypes.LoadBalancer, AlbTypes.LoadBalancer];
    private static readonly string[] Listeners = [LoadBalancingTypes.Listener, AlbTypes.Listener];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var group in estate.OfType(GlobalAcceleratorTypes.EndpointGroup))
        {
            if (estate.References.Follow(group, "listenerArn", GlobalAcceleratorTypes.Listener).Target is not { } listener)
            {
                continue;
            }

            foreach (var balancer in group["endpointConfigurations"].Items.Select(endpoint =>
                estate.References.Follow(group, endpoint["endpointId"], Balancers).Target)
                .OfType<Node>())
            {
                var served = Listeners.SelectMany(type => estate.UsersOf(balancer, type, "loadBalancerArn")).Select(own => own["port"].Number).OfType<double>()
                    .ToHashSet();
                var mapped = group["portOverrides"].Items.ToLookup(pair => pair["listenerPort"].Number ?? 0, pair => pair["endpointPort"].Number ?? 0);
                foreach (var range in listener["portRanges"].Items.Where(_ => served.Count > 0))
                {
                    if (range["fromPort"].Number is { } from && range["toPort"].Number is { } to
                        && !served.Any(port =>
                            (from <= port && port <= to && !mapped.Contains(port))
                                || mapped.Any(pair => from <= pair.Key && pair.Key <= to && pair.Contains(port))))
                    {
                        yield return Finding.Violation(
                            listener, $"it listens on ports {from} to {to}, but {balancer.Name} on {string.Join(", ", served.Order())}", range.Path);
                    }
                }
            }
        }

        foreach (var listener in estate.OfType(GlobalAcceleratorTypes.Listener).Where(listener => !listener["portRanges"].IsUnknown))
        {
            if (listener["portRanges"].Items.Count == 0)
            {
                yield return Finding.Violation(listener, "it listens on no port", "portRanges");
            }

            if (listener["protocol"] is { IsUnknown: false, Text: not ("TCP" or "UDP") } protocol)
            {
                yield return Finding.Violation(listener, $"the protocol {protocol} is not valid", protocol.Path);
            }

            foreach (var range in listener["portRanges"].Items.Where(range =>
                !range["fromPort"].IsStated() || !range["toPort"].IsStated() || range["fromPort"].Number > range["toPort"].Number))
            {
                yield return Finding.Violation(listener, $"the port range {range["fromPort"]} to {range["toPort"]} is not valid", range.Path);
            }
        }
    }
}
