using DrInfra.Infra.Conventions;
using Pulumi;

namespace DrInfra.Infra.Cluster;

/// <summary>The network of a Region as its nodes and pods see it.</summary>
/// <param name="Range">The VPC's addresses.</param>
/// <param name="Zones">Three zones.</param>
/// <param name="SubnetIds">The subnets of nodes and pods, one per zone.</param>
/// <param name="LoadBalancerRanges">Where load balancers are: what comes from clients comes from there.</param>
public sealed record ClusterNetwork(
    AddressRange Range, IReadOnlyList<string> Zones, IReadOnlyList<Output<string>> SubnetIds, IReadOnlyList<AddressRange> LoadBalancerRanges);
