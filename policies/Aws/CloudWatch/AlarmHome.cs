namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Whether the stack that would own the alarms of a Region is among those that are judged.</summary>
internal static class AlarmHome
{
    public static bool IsGiven(Estate estate, string? region) => region is not null
        && (EstateScope.IsWhole(estate)
            || estate.Stacks.All(stack => stack.IsForeign)
            || estate.OfType(CloudWatchTypes.MetricAlarm).Any(alarm => alarm.Region == region));
}
