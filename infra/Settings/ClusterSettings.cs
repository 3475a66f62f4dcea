namespace DrInfra.Infra.Settings;

/// <summary>What is decided about the clusters of the pair.</summary>
/// <param name="PublicRanges">
/// CIDR ranges that reach the API servers over the internet: where people and pipelines deploy from. Empty = nobody does: the endpoints
/// are private. AWS does not say whether Region switch reaches a private endpoint, so then nobody knows whether a plan raises capacity.
/// </param>
/// <param name="ZonalShift">Whether zonal shifts can move pods away from a zone. Default: true.</param>
/// <param name="Architecture">Of the nodes and so of the images: <c>arm64</c> or <c>amd64</c>. Default: arm64.</param>
/// <param name="Administrators">
/// ARNs of the roles that administer the clusters, beside the one that makes them: whoever works in them during a failover.
/// </param>
/// <param name="Viewers">
/// ARNs of the roles that read them: whoever previews. Without an entry the API server knows nobody, and a preview fails.
/// </param>
/// <param name="FollowerImage">The image of what starts pipelines, and of their gates; null where no workload has a pipeline.</param>
public sealed record ClusterSettings(
    IReadOnlyList<string> PublicRanges,
    bool ZonalShift,
    string Architecture,
    IReadOnlyList<string> Administrators,
    IReadOnlyList<string> Viewers,
    ContainerImage? FollowerImage = null)
{
    /// <summary>The image of the operator that runs jobs of Flink; null where there are none.</summary>
    public ContainerImage? FlinkOperatorImage { get; init; }

    /// <summary>The image of the operator that runs jobs of Spark; null where there are none.</summary>
    public ContainerImage? SparkOperatorImage { get; init; }

    /// <summary>Where the settings say nothing.</summary>
    public static ClusterSettings Default { get; } = new([], true, "arm64", [], []);
}
