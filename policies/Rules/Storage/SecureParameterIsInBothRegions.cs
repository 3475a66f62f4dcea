using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecureParameterIsInBothRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // In one Region alone the twin would be in a stack that was not given.
        if (!Regions.AreSeveral(context.Estate))
        {
            yield break;
        }

        foreach (var parameter in context.Estate.OfType(SsmTypes.Parameter)
            .Where(parameter => parameter.Workload != DrTags.Shared && SecureParameters.IsSecret(parameter)))
        {
            if (!SecureParameters.HasTwin(context.Estate, parameter))
            {
                yield return Finding.Violation(parameter, $"it is in {parameter.Region ?? "one Region"} only", "type");
            }
        }
    }
}
