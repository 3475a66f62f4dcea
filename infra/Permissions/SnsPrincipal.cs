using DrInfra.Infra.Settings;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// As whom SNS delivers to a queue: across Regions, one of which accounts have to opt in to, as the service of that Region
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html). Under another name it is refused, and the message is dropped.
/// </summary>
public static class SnsPrincipal
{
    /// <summary>Of a topic in one Region towards a queue in another, or in the same.</summary>
    public static string Of(string topicRegion, string queueRegion) =>
        topicRegion == queueRegion ? "sns.amazonaws.com"
        : !IsDefault(topicRegion) ? $"sns.{topicRegion}.amazonaws.com"
        : !IsDefault(queueRegion) ? $"sns.{queueRegion}.amazonaws.com"
        : "sns.amazonaws.com";

    /// <summary>Of the topics of both Regions towards a queue, each once.</summary>
    public static string[] Of(RegionPair regions, string queueRegion) =>
        [.. new[] { Of(regions.Primary, queueRegion), Of(regions.Standby, queueRegion) }.Distinct().Order(StringComparer.Ordinal)];

    private static bool IsDefault(string region) => FactBook.Get("sns-default-regions").Words.Contains(region, StringComparer.Ordinal);
}
