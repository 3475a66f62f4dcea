using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.GlobalAccelerator;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class AcceleratorReachesTwoRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var unreadListener = context.Estate.OfType(GlobalAcceleratorTypes.Listener)
            .Any(listener => context.Estate.References.Follow(listener, "acceleratorArn", GlobalAcceleratorTypes.Accelerator).IsUnknown);
        foreach (var accelerator in context.Estate.OfType(GlobalAcceleratorTypes.Accelerator))
        {
            if (new Accelerator(accelerator).IsOff)
            {
                yield return Finding.Violation(accelerator, "it is disabled: enabled is false", "enabled");
            }

            if (context.Estate.UsersOf(accelerator, GlobalAcceleratorTypes.Listener, "acceleratorArn").Count == 0)
            {
                yield return unreadListener
                    ? Finding.Unknown(accelerator, "enabled") : Finding.Violation(accelerator, "it has no listener");
            }
        }

        var unread = context.Estate.OfType(GlobalAcceleratorTypes.EndpointGroup)
            .Any(group => context.Estate.References.Follow(group, "listenerArn", GlobalAcceleratorTypes.Listener).IsUnknown);
        foreach (var listener in context.Estate.OfType(GlobalAcceleratorTypes.Listener))
        {
            Node[] groups = [.. context.Estate.UsersOf(listener, GlobalAcceleratorTypes.EndpointGroup, "listenerArn")];
            var regions = groups.Where(HasEndpoint).Select(group => RoutingTypes.RegionOf(group).Text ?? group.Region).OfType<string>()
                .Distinct(StringComparer.Ordinal).ToArray();
            if (regions.Length < 2)
            {
                yield return unread || groups.Any(group => new EndpointGroup(group).IsUnknown) ? Finding.Unknown(listener, "acceleratorArn")
                    : Finding.Violation(
                        listener,
                        regions.Length == 0 ? "no endpoint group has an endpoint with traffic" : $"all its endpoints with traffic are in {regions[0]}");
            }
        }
    }

    private static bool HasEndpoint(Node group) =>
        group["endpointConfigurations"].Items.Any(endpoint =>
            endpoint["endpointId"].IsStated() && (!endpoint["weight"].IsStated() || endpoint["weight"].IsUnknown || endpoint["weight"].Number > 0));
}
