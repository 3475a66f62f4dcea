namespace DrInfra.Policies.Aws.GlobalAccelerator;

/// <summary>The endpoints of a listener in one Region, and the checks on them.</summary>
internal readonly record struct EndpointGroup(Node Node)
{
    public Prop Endpoints => Node["endpointConfigurations"];

    /// <summary>Whether only the deployment will tell where it sends traffic.</summary>
    public bool IsUnknown => Endpoints.IsUnknown || RoutingTypes.RegionOf(Node).IsUnknown;

    /// <summary>The one that it states, else that of its provider.</summary>
    public string? Region => RoutingTypes.RegionOf(Node).Text ?? Node.Region;

    /// <summary>Whether an endpoint takes traffic: one does, where no weight is stated.</summary>
    public bool TakesTraffic => Endpoints.Items.Any(endpoint => !endpoint["weight"].IsStated() || endpoint["weight"].Number > 0);

    public Prop CheckInterval => Node["healthCheckIntervalSeconds"];

    public Prop CheckThreshold => Node["thresholdCount"];

    public static IReadOnlyList<EndpointGroup> Of(Estate estate, Node listener) =>
        [.. estate.UsersOf(listener, GlobalAcceleratorTypes.EndpointGroup, "listenerArn").Select(group => new EndpointGroup(group))];
}
