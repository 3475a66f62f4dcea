using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Route53;

/// <summary>Whether a record is one of several that answer to a name in turns.</summary>
internal static class RecordRouting
{
    private static readonly string[] Policies =
    [
        "failoverRoutingPolicies", "weightedRoutingPolicies", "latencyRoutingPolicies", "geolocationRoutingPolicies",
        "geoproximityRoutingPolicy", "cidrRoutingPolicy",
    ];

    public static bool IsUsed(Node record) =>
        Array.Exists(Policies, policy => record[policy].Items.Count > 0) || record["multivalueAnswerRoutingPolicy"].Flag == true;
}
