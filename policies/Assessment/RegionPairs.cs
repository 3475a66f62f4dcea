using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Assessment;

/// <summary>Which Regions stand in for each other: the ones that recovery manifests name, else the two where the resources are.</summary>
internal static class RegionPairs
{
    public static IReadOnlyList<(string First, string Second)> Of(Estate estate)
    {
        var regions = estate.All
            .Where(node => node.Resource.Custom && node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type))
            .Select(node => node.Region)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        (string First, string Second)[] named = [.. estate.OfType(SsmTypes.Parameter)
            .Select(ManifestFacts.Of)
            .OfType<ManifestFacts>()
            .Where(manifest => manifest.Primary is not null && manifest.Standby is not null && manifest.Primary != manifest.Standby)
            .Select(manifest => (manifest.Primary!, manifest.Standby!))
            .Where(pair => regions.Contains(pair.Item1) && regions.Contains(pair.Item2))
            .Distinct()];
        return named.Length > 0 ? named
            : regions.Count == 2 && regions.Order(StringComparer.Ordinal).ToArray() is [var first, var second] ? [(first, second)]
            : [];
    }

    /// <summary>Whether nothing is missing: the manifests of both roles are there, or a program without manifests is judged as it is.</summary>
    public static bool HasBothStacks(Estate estate)
    {
        var roles = estate.OfType(SsmTypes.Parameter).Select(ManifestFacts.Of).OfType<ManifestFacts>().Select(manifest => manifest.Role).ToHashSet();
        return roles.Count == 0 || (roles.Contains("primary") && roles.Contains("standby"));
    }
}
