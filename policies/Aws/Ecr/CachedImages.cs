namespace DrInfra.Policies.Aws.Ecr;

/// <summary>Repositories that a registry fills from another one when an image is asked for.</summary>
internal static class CachedImages
{
    private const string WholeRegistry = "ROOT";

    /// <summary>The rule that fills a repository of a Region; null where none does.</summary>
    public static Node? RuleOf(Estate estate, ImageName image) => estate.OfType(EcrTypes.PullThroughCacheRule).FirstOrDefault(rule =>
        rule.Region == image.Region && rule["ecrRepositoryPrefix"].Text is { } prefix
            && (prefix == WholeRegistry || image.Repository.StartsWith($"{prefix}/", StringComparison.Ordinal)));

    /// <summary>The Region of the registry that it is filled from; null for one outside AWS, and for one that is not known.</summary>
    public static string? UpstreamRegion(Node rule) => ImageName.Parse($"{rule["upstreamRegistryUrl"].Text}/any")?.Region;
}
