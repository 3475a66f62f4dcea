using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>Who learns that a step of a plan waits for an approval: the targets of event rules on the executions of plans.</summary>
internal static class ApprovalNotices
{
    /// <summary>Whether an event rule in one of the plan's Regions passes it on; null where only the deployment will tell.</summary>
    public static bool? ArePassedOn(Estate estate, Node plan)
    {
        var regions = FailoverPlan.RegionsOf(plan);
        bool?[] rules =
        [
            .. estate.OfType(CloudWatchTypes.EventRule).Where(rule => rule.Region is null || regions.Count == 0 || regions.Contains(rule.Region))
                .Select(rule => Hears(rule) is not false && estate.UsersOf(rule, CloudWatchTypes.EventTarget, "rule").Count == 0
                    ? estate.OfType(CloudWatchTypes.EventTarget).Any(target => target["rule"].IsUnknown) ? null : false
                    : Hears(rule)),
        ];
        return rules.Contains(true) ? true : rules.Contains(null) ? null : false;
    }

    private static bool? Hears(Node rule) => EventPatterns.Takes(rule, "aws.arc-region-switch", "eventType", "StepPendingApproval");
}
