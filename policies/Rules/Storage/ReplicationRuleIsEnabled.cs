namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationRuleIsEnabled : StackRule
{
    public override string Description => "Every replication rule of a bucket is enabled.";

    public override string Why => "A disabled rule replicates nothing, and what was written meanwhile is not made up for when it is enabled again.";

    public override string Fix => "Set the rule's status to Enabled, or remove the rule.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B6", "F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in Replications.Of(context.Estate).All)
        {
            if (rule.Status.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, rule.Status.Path);
            }
            else if (!rule.IsEnabled)
            {
                yield return Finding.Violation(rule.Owner, $"replication rule {rule.Rule["id"]} is {rule.Status}, Enabled needed", rule.Status.Path);
            }
        }
    }
}
