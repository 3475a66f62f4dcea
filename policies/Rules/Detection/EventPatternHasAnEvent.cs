using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class EventPatternHasAnEvent : StackRule
{
    protected override RuleDescriptor About => new(
        "The pattern of an event rule fits events that the service sends: its names, its fields and its values, letter by letter.",
        Why: "A rule that never matches is there, has a target and a policy, and tells nobody that backups or restore tests fail.",
        Fix: "Take detail-type, the field and its values from the service's example event: detail.state of backup and copy jobs, detail.status of restore "
            + "jobs, in capitals.",
        Severity.High, "B3 F6 I3");

    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(CloudWatchTypes.EventRule)
        .Select(EventPatterns.NeverMatches).Where(reason => reason is not null).Select(reason => Finding.Of(reason!));
}
