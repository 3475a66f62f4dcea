namespace DrInfra.Policies.Rules.Ownership;

/// <summary>Its findings come from the waivers of recovery.yaml, when they are applied to what the other rules found.</summary>
public sealed class WaiverIsInUse : StackRule
{
    protected override RuleDescriptor About => new(
        "A waiver has not expired and is needed.",
        Why: "A waiver that outlives its reason hides the next violation of the same rule.",
        Fix: "Remove the waiver from recovery.yaml, or renew it with a new reason and date.",
        Severity.Medium, "A4 I6", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context) => [];
}
