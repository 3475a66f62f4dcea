using DrInfra.Policies.Aws.Scheduler;

namespace DrInfra.Policies.Rules.Access;

public sealed class ScheduleRoleCanStart : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        Lacks(estate, SchedulerTypes.Schedule, (user, role) => ScheduleNeeds.Of(estate, user, role));
}
