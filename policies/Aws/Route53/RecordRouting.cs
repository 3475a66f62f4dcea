namespace DrInfra.Policies.Aws.Route53;

/// <summary>Whether a record is one of several that answer to a name in turns.</summary>
internal static class RecordRouting
{
    private static readonly string[] Sharing = ["weightedRoutingPolicies", "latencyRoutingPolicies", "geolocationRoutingPolicies", "geoproximityRoutingPolicy"];

    private static readonly string[] Others = ["failoverRoutingPolicies", "cidrRoutingPolicy"];

    public static bool IsUsed(Node record) => Shares(record) || States(record, Others);

    /// <summary>Whether a lost record's share of the traffic goes to the others of its name.</summary>
    public static bool Shares(Node record) => States(record, Sharing) || record["multivalueAnswerRoutingPolicy"].Flag == true;

    private static bool States(Node record, string[] policies) => Array.Exists(policies, policy => record[policy].Items.Count > 0);
}
