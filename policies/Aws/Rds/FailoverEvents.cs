using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>The events of a global database that failed over.</summary>
internal static class FailoverEvents
{
    // The failover has ended; the old primary is about to follow again, and does: then the snapshot of what it had is there
    // (Aurora user guide, "Amazon RDS event categories and event messages for Aurora").
    private static readonly string[] Ids = ["RDS-EVENT-0238", "RDS-EVENT-0240", "RDS-EVENT-0241"];

    /// <summary>Whether a rule in a Region takes them.</summary>
    public static bool AreHeard(Estate estate, string? region) => estate.OfType(CloudWatchTypes.EventRule).Any(rule =>
        rule.Region == region && rule["state"].Text != "DISABLED" && Array.TrueForAll(Ids, id => EventPatterns.Takes(rule, "aws.rds", "EventID", id) == true));
}
