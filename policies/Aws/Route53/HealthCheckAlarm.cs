using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.Route53;

/// <summary>The alarm behind a health check of type CLOUDWATCH_METRIC, in the Region that the check names.</summary>
internal static class HealthCheckAlarm
{
    public static Reference Follow(Estate estate, Node check)
    {
        var name = check["cloudwatchAlarmName"];
        var reference = estate.References.Follow(check, name, CloudWatchTypes.MetricAlarm);
        if (reference.Kind != ReferenceKind.Found || check["cloudwatchAlarmRegion"].Text is not { } region)
        {
            return reference;
        }

        if (reference.Target!.Region is null || reference.Target.Region == region)
        {
            return reference;
        }

        // Alarms of one name may stand in several Regions.
        var there = estate.OfType(CloudWatchTypes.MetricAlarm)
            .FirstOrDefault(alarm => alarm.Region == region && name.Text is { } text && (alarm["name"].Text == text || alarm.Resource.Id == text));
        return there is null
            ? new Reference(ReferenceKind.Outside, null, name.Text, name.Path)
            : reference with { Target = there };
    }
}
