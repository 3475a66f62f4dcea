using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ScheduledJobHasADeadline() : ResourceRule(Pods.ScheduledJobs)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var deadline = node["spec"]["startingDeadlineSeconds"];
        yield return !deadline.IsStated() ? Verdict.Violation("it states no startingDeadlineSeconds", deadline.Path) : Verdict.Compliant;
        if (FollowedPods.Are(node))
        {
            yield break;
        }

        yield return FlagVerdict.Of(node["spec"]["suspend"], wanted: false, serviceDefault: false, "it is suspended");
    }
}
