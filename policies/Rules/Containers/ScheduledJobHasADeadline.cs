using DrInfra.Policies.Graph;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ScheduledJobHasADeadline : ResourceRule
{
    public override string Description => "A job that runs on a schedule says how late it may start, and is not suspended.";

    public override string Why => "After an outage a job without a deadline that missed too many runs never starts again: the backup that it takes silently stops.";

    public override string Fix => "State startingDeadlineSeconds.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> Also => ["kube-score/cronjob-has-deadline"];

    public override IReadOnlyList<string> AppliesTo => Pods.ScheduledJobs;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var deadline = node["spec"]["startingDeadlineSeconds"];
        yield return !deadline.IsStated() ? Verdict.Violation("it states no startingDeadlineSeconds", deadline.Path) : Verdict.Compliant;
        yield return FlagVerdict.Of(node["spec"]["suspend"], wanted: false, serviceDefault: false, "it is suspended");
    }
}
