using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ScheduledJobHasADeadline : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A job that runs on a schedule says how late it may start, and is not suspended.",
        Why: "After an outage a job without a deadline that missed too many runs never starts again: the backup that it takes silently stops.",
        Fix: "State startingDeadlineSeconds.",
        Severity.Medium, "B4",
        Published: "kube-score/cronjob-has-deadline");

    public override IReadOnlyList<string> AppliesTo => Pods.ScheduledJobs;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var deadline = node["spec"]["startingDeadlineSeconds"];
        yield return !deadline.IsStated() ? Verdict.Violation("it states no startingDeadlineSeconds", deadline.Path) : Verdict.Compliant;
        yield return FlagVerdict.Of(node["spec"]["suspend"], wanted: false, serviceDefault: false, "it is suspended");
    }
}
