using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Settings;

/// <summary>The network of one Region.</summary>
/// <param name="Range">Its address range, /16 to /22. It cannot be changed later, and overlaps no other Region's or pair's.</param>
/// <param name="Zones">Three Availability Zones of the Region, by name; places of servers are dealt out in this order.</param>
public abstract record NetworkSettings(AddressRange Range, IReadOnlyList<string> Zones);

/// <summary>A VPC that the platform makes.</summary>
public sealed record NewNetwork(AddressRange Range, IReadOnlyList<string> Zones) : NetworkSettings(Range, Zones);

/// <summary>A VPC that is there already.</summary>
/// <param name="VpcId">Its id.</param>
/// <param name="PrivateSubnets">Three subnets for workloads, one per zone, in the order of the zones.</param>
/// <param name="DataSubnets">Three subnets for databases, likewise.</param>
/// <param name="PublicSubnets">Three subnets for load balancers, likewise.</param>
public sealed record ExistingNetwork(
    string VpcId,
    AddressRange Range,
    IReadOnlyList<string> PublicSubnets,
    IReadOnlyList<string> PrivateSubnets,
    IReadOnlyList<string> DataSubnets,
    IReadOnlyList<string> Zones) : NetworkSettings(Range, Zones);
