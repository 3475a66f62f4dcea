using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Which alarms are heard, directly or through a composite alarm that is heard.</summary>
internal static class AlarmListeners
{
    public static IReadOnlySet<Node> Of(Estate estate)
    {
        var heard = new HashSet<Node>(estate.OfTypes(TypeGroups.Alarms).Where(HasAction));
        heard.UnionWith(estate.OfType(RegionSwitchTypes.Plan).SelectMany(plan => OfPlan(estate, plan)));
        heard.UnionWith(estate.OfType(Route53Types.HealthCheck)
            .Select(check => HealthCheckAlarm.Follow(estate, check).Target).OfType<Node>());
        heard.UnionWith(OfEventRules(estate));
        var composites = estate.OfType(CloudWatchTypes.CompositeAlarm).Select(composite => (composite, Children: CompositeChildren.Of(estate, composite))).ToArray();

        // A composite may speak for another composite, so until nothing is added.
        int before;
        do
        {
            before = heard.Count;
            foreach (var (composite, children) in composites.Where(pair => heard.Contains(pair.composite)))
            {
                heard.UnionWith(children);
            }
        }
        while (heard.Count > before);
        return heard;
    }

    // An action that only the deployment will tell is one.
    private static bool HasAction(Node alarm) => alarm["alarmActions"] is var actions && (actions.IsUnknown || actions.Items.Count > 0);

    private static IEnumerable<Node> OfPlan(Estate estate, Node plan)
    {
        var alarms = plan["associatedAlarms"];
        if (alarms.IsUnknown || alarms.Items.Any(alarm => alarm["resourceIdentifier"].IsUnknown))
        {
            foreach (var declared in ReferenceResolver.Declared(plan, "associatedAlarms", [.. TypeGroups.Alarms]))
            {
                yield return declared;
            }
        }

        foreach (var alarm in alarms.Items)
        {
            if (estate.References.Follow(plan, alarm["resourceIdentifier"], TypeGroups.Alarms).Target is { } found)
            {
                yield return found;
            }
        }
    }

    // A rule on changes of state hears the alarms that its pattern names, all of its Region where it names none.
    private static IEnumerable<Node> OfEventRules(Estate estate) =>
        from rule in estate.OfType(CloudWatchTypes.EventRule)
        let pattern = rule["eventPattern"].Text
        where pattern is not null && pattern.Contains("CloudWatch Alarm State Change", StringComparison.Ordinal)
        from alarm in estate.OfTypes(TypeGroups.Alarms)
        where alarm.Region == rule.Region
            && (!pattern.Contains("alarmName", StringComparison.Ordinal) && !pattern.Contains("resources", StringComparison.Ordinal)
                || (AlarmName(alarm) is { } name && pattern.Contains(name, StringComparison.Ordinal)))
        select alarm;

    private static string? AlarmName(Node alarm) => alarm["name"].Text ?? alarm["alarmName"].Text;
}
