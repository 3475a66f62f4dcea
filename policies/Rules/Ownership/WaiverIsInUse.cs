namespace DrInfra.Policies.Rules.Ownership;

/// <summary>Its findings come from the waivers of recovery.yaml, when they are applied to what the other rules found.</summary>
public sealed class WaiverIsInUse : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => [];
}
