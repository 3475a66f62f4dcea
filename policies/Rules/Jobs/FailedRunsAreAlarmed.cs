using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class FailedRunsAreAlarmed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var machines = JobSchedule.All(estate).SelectMany(schedule => schedule.Starts(estate)).Select(work => work.Machine).OfType<Node>().Distinct();
        return machines
            .Where(machine => AlarmHome.IsGiven(estate, machine.Region) && !estate.OfType(CloudWatchTypes.MetricAlarm)
                .Any(alarm => alarm.Region == machine.Region && RunMetrics.Counts(estate, alarm, machine)))
            .Select(machine => Finding.Violation(machine, $"no alarm in {machine.Region} tells that a run of it failed"));
    }
}
