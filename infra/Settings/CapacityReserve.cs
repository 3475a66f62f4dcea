namespace DrInfra.Infra.Settings;

/// <summary>Instances that are paid for whether they run or not, in each Region, so that pods need not wait for EC2 to have some.</summary>
/// <param name="InstanceType">For example <c>m7g.2xlarge</c>.</param>
/// <param name="PerZone">Instances in each of the three zones; 1 to 100.</param>
public sealed record CapacityReserve(string InstanceType, int PerZone);
