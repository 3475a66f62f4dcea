using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmWatchesWhatExists : StackRule
{
    protected override RuleDescriptor About => new(
        "The buckets, clusters, tables, vaults, canaries and replication rules that an alarm's dimensions name are there.",
        Why: "An alarm on a resource that is not there has no data, and what it should watch goes unwatched.",
        Fix: "Name the resource as it is called, best by its own output.",
        Severity.High, "F6 H7");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.MetricAlarm).SelectMany(alarm => MetricSubjects.Faults(context.Estate, alarm)).Select(Finding.Of);
}
