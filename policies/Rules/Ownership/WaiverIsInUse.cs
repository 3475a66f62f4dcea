namespace DrInfra.Policies.Rules.Ownership;

/// <summary>Its findings come from the waivers of recovery.yaml, when they are applied to what the other rules found.</summary>
public sealed class WaiverIsInUse : StackRule
{
    public override string Description => "A waiver has not expired and is needed.";

    public override string Why => "A waiver that outlives its reason hides the next violation of the same rule.";

    public override string Fix => "Remove the waiver from recovery.yaml, or renew it with a new reason and date.";

    public override Severity Severity => Severity.Medium;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["A4", "I6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) => [];
}
