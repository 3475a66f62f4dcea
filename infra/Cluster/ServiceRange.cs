using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Cluster;

/// <summary>The addresses of Kubernetes services, which exist in a cluster alone. EKS takes one of these two when none is stated.</summary>
public static class ServiceRange
{
    private static readonly AddressRange[] Ranges = [Parsed("172.20.0.0/16"), Parsed("10.100.0.0/16")];

    /// <summary>The one that does not overlap the network's range.</summary>
    public static AddressRange Beside(AddressRange network) => Ranges.First(range => !range.Overlaps(network));

    private static AddressRange Parsed(string text) => AddressRange.TryParse(text, out var range) ? range : throw new FormatException(text);
}
