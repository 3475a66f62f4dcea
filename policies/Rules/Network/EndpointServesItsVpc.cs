using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Network;

public sealed class EndpointServesItsVpc : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var endpoint in context.Estate.OfType(Ec2Types.VpcEndpoint))
        {
            var service = endpoint["serviceName"].Text ?? "";
            var isAws = service.StartsWith("com.amazonaws.", StringComparison.Ordinal) && !service.Contains(".vpce.", StringComparison.Ordinal);
            if (isAws && endpoint.Region is { } region && !service.StartsWith($"com.amazonaws.{region}.", StringComparison.Ordinal)
                && endpoint["serviceRegion"].IsAbsent)
            {
                yield return Finding.Violation(endpoint, $"its service is {service}, a service in {region} needed", "serviceName");
            }

            // Gateway where it is not stated (the provider's default).
            var type = endpoint["vpcEndpointType"];
            if (type.Text is (null or "Gateway") && !type.IsUnknown)
            {
                if (IsEmpty(endpoint["routeTableIds"])
                    && context.Estate.UsersOf(endpoint, Ec2Types.VpcEndpointRouteTableAssociation, "vpcEndpointId").Count == 0)
                {
                    yield return Finding.Violation(endpoint, "it has no route table", "routeTableIds");
                }
            }
            else if (type.Text == "Interface" && isAws)
            {
                var names = endpoint["privateDnsEnabled"];
                if (names.IsUnknown)
                {
                    yield return Finding.Unknown(endpoint, names.Path);
                }
                else if (names.Flag != true)
                {
                    yield return Finding.Violation(endpoint, "it has no private DNS name", names.Path);
                }

                if (IsEmpty(endpoint["subnetIds"]) && endpoint["subnetConfigurations"].IsAbsent)
                {
                    yield return Finding.Violation(endpoint, "it has no subnet", "subnetIds");
                }
            }
            else if (type.Text is not (null or "Interface" or "GatewayLoadBalancer" or "Resource" or "ServiceNetwork"))
            {
                yield return Finding.Violation(endpoint, $"{type} is not an endpoint type", type.Path);
            }
        }
    }

    private static bool IsEmpty(Prop list) => list.IsAbsent || list.Value is Graph.ListValue { Count: 0 };
}
