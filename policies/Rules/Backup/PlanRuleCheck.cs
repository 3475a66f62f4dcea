using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

/// <summary>A rule of the pack that looks at each rule of a backup plan alone.</summary>
public abstract class PlanRuleCheck() : ResourceRule(BackupTypes.Plan)
{
    public sealed override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => node["rules"].IsUnknown
        ? [Verdict.Unknown("rules")]
        : PlanRule.Of(node).SelectMany(rule => Judge(rule, parameters));

    private protected abstract IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters);
}
