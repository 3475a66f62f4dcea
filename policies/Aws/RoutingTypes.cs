namespace DrInfra.Policies.Aws;

/// <summary>Type tokens of Global Accelerator and of routing controls.</summary>
internal static class RoutingTypes
{
    /// <summary>The Region of an endpoint group: the one it states, else its provider's.</summary>
    public static Prop RegionOf(Node group) => group["endpointGroupRegion"];
}
