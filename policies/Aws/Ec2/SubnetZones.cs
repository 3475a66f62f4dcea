namespace DrInfra.Policies.Aws.Ec2;

/// <summary>The zones that something is in by its subnets.</summary>
internal static class SubnetZones
{
    /// <summary>
    /// How many; null where only the deployment will tell. Subnets that are not in the graph exist already: each is taken to be in a zone of
    /// its own.
    /// </summary>
    public static int? Count(IReadOnlyList<Reference> subnets) => subnets.Any(subnet => subnet.IsUnknown) ? null
        : subnets.Select(subnet => subnet.Target?["availabilityZone"].Text ?? subnet.Text ?? subnet.Target?.Urn).Distinct(StringComparer.Ordinal).Count();
}
