using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Sns;

/// <summary>As which service SNS delivers, so that policies of queues and keys have to admit it.</summary>
internal static class SnsPrincipals
{
    public const string Usual = "sns.amazonaws.com";

    private static readonly HashSet<string> Default = [.. FactBook.Get("sns-default-regions").Words];

    /// <summary>Towards a queue, from a topic; across Regions the service is that of the one which accounts opt in to.</summary>
    public static string Of(string? topicRegion, string? queueRegion) =>
        topicRegion is null || queueRegion is null || topicRegion == queueRegion ? Usual
        : !Default.Contains(topicRegion) ? $"sns.{topicRegion}.amazonaws.com"
        : !Default.Contains(queueRegion) ? $"sns.{queueRegion}.amazonaws.com"
        : Usual;
}
