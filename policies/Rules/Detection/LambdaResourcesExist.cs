using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LambdaResourcesExist : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from function in PlanFunctions.Of(context.Estate)
        from verdict in Parts(context.Estate, function)
        select new Finding(function, verdict);

    private static IEnumerable<Verdict> Parts(Estate estate, Node function)
    {
        var role = StatedName.Follow(estate, function, function["role"], [IamTypes.Role]);
        if ((role.IsAbsent ? Verdict.Violation("no role is set", role.Path) : ReferenceVerdict.Of(estate, role, "the role")) is { } missing)
        {
            yield return missing;
        }

        if (new[] { "s3Bucket", "code", "imageUri" }.All(source => function[source].IsAbsent))
        {
            yield return Verdict.Violation("it has no code", "s3Bucket");
        }

        foreach (var verdict in CodeInABucket.Judge(estate, function))
        {
            yield return verdict;
        }
    }
}
