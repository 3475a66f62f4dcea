using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class EventRuleHasATarget : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.EventRule).SelectMany(rule => Judge(context.Estate, rule));

    private static IEnumerable<Finding> Judge(Estate estate, Node rule)
    {
        // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html: a rule is enabled unless it says otherwise.
        if (rule["state"].Text == "DISABLED" || rule["isEnabled"].Flag == false)
        {
            yield return Finding.Violation(rule, "the rule is disabled: no event reaches its target", "state");
            yield break;
        }

        var targets = estate.UsersOf(rule, CloudWatchTypes.EventTarget, "rule");
        if (targets.Count == 0)
        {
            var unknown = estate.OfType(CloudWatchTypes.EventTarget).FirstOrDefault(target => target.Region == rule.Region && target["rule"].IsUnknown);
            yield return unknown is null
                ? Finding.Violation(rule, "the rule has no target: an event that matches does nothing")
                : Finding.Unknown(unknown, "rule");
        }

        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
        foreach (var target in targets)
        {
            if (Arn.TryParse(target["arn"].Text, out var arn) && arn is { Service: not "events", Region.Length: > 0 } && arn.Region != rule.Region)
            {
                yield return Finding.Violation(
                    target, $"its target {target["arn"].Text} is in {arn.Region}, the rule in {rule.Region}: only an event bus is reached there", "arn");
            }
        }
    }
}
