using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class AcceleratorReachesTwoRegions : StackRule
{
    public override string Description => "Every listener of an accelerator has healthy endpoints to fall back to in another Region.";

    public override string Why =>
        "An accelerator leaves a Region only for another group of the same listener that has an endpoint with a weight; without one it sends on to what is gone.";

    public override string Fix => "Declare an endpoint group in each of the two Regions, with endpoints whose weight is above 0, and leave the accelerator enabled.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["F2", "F3", "H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var unreadListener = context.Estate.OfType(GlobalAcceleratorTypes.Listener).Any(listener => context.Estate.References.Follow(listener, "acceleratorArn", GlobalAcceleratorTypes.Accelerator).IsUnknown);
        foreach (var accelerator in context.Estate.OfType(GlobalAcceleratorTypes.Accelerator))
        {
            if (new Accelerator(accelerator).IsOff)
            {
                yield return Finding.Violation(accelerator, "it is off: enabled is false", "enabled");
            }

            if (context.Estate.UsersOf(accelerator, GlobalAcceleratorTypes.Listener, "acceleratorArn").Count == 0)
            {
                yield return unreadListener
                    ? Finding.Unknown(accelerator, "enabled") : Finding.Violation(accelerator, "it has no listener");
            }
        }

        var unread = context.Estate.OfType(GlobalAcceleratorTypes.EndpointGroup).Any(group => context.Estate.References.Follow(group, "listenerArn", GlobalAcceleratorTypes.Listener).IsUnknown);
        foreach (var listener in context.Estate.OfType(GlobalAcceleratorTypes.Listener))
        {
            Node[] groups = [.. context.Estate.UsersOf(listener, GlobalAcceleratorTypes.EndpointGroup, "listenerArn")];
            var regions = groups.Where(HasEndpoint).Select(group => RoutingTypes.RegionOf(group).Text ?? group.Region).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
            if (regions.Length < 2)
            {
                yield return unread || groups.Any(group => new EndpointGroup(group).IsUnknown) ? Finding.Unknown(listener, "acceleratorArn")
                    : Finding.Violation(listener, regions.Length == 0 ? "no group has an endpoint that takes traffic" : $"all its endpoints that take traffic are in {regions[0]}");
            }
        }
    }

    private static bool HasEndpoint(Node group) =>
        group["endpointConfigurations"].Items.Any(endpoint => endpoint["endpointId"].IsStated() && (!endpoint["weight"].IsStated() || endpoint["weight"].IsUnknown || endpoint["weight"].Number > 0));
}
