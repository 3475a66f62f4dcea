namespace DrInfra.Policies.Aws.Scheduler;

/// <summary>Type tokens of the provider's module <c>aws:scheduler</c>.</summary>
public static class SchedulerTypes
{
    public const string ScheduleGroup = "aws:scheduler/scheduleGroup:ScheduleGroup";
    public const string Schedule = "aws:scheduler/schedule:Schedule";
}
