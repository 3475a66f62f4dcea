using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecureParameterIsInBothRegions : StackRule
{
    protected override RuleDescriptor About => new(
        "A SecureString parameter that a workload needs is in another Region as well.",
        Why: "Parameter Store replicates nothing: what starts in the standby Region finds no password, and the one it lacks is gone with the primary.",
        Fix: "Declare the parameter once per Region, each under a key of its Region, or keep the value in a replicated secret.",
        Severity.High, "B6 H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // In one Region alone the twin would be in a stack that was not given.
        if (!Regions.AreSeveral(context.Estate))
        {
            yield break;
        }

        foreach (var parameter in context.Estate.OfType(SsmTypes.Parameter).Where(parameter => parameter.Workload != DrTags.Shared && SecureParameters.IsSecret(parameter)))
        {
            if (!SecureParameters.HasTwin(context.Estate, parameter))
            {
                yield return Finding.Violation(parameter, $"it is in {parameter.Region ?? "one Region"} only", "type");
            }
        }
    }
}
