using System.Text.RegularExpressions;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed partial class CanaryHasItsParts : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from canary in context.Estate.OfType(SyntheticsTypes.Canary)
        from verdict in Parts(context.Estate, canary)
        select new Finding(canary, verdict);

    private static IEnumerable<Verdict> Parts(Estate estate, Node canary)
    {
        var role = StatedName.Follow(estate, canary, canary["executionRoleArn"], [IamTypes.Role]);
        if ((role.IsAbsent ? Verdict.Violation("no role is set", role.Path) : ReferenceVerdict.Of(estate, role, "the role")) is { } missing)
        {
            yield return missing;
        }

        foreach (var verdict in CodeInABucket.Judge(estate, canary))
        {
            yield return verdict;
        }

        if (canary["s3Bucket"].IsAbsent && canary["zipFile"].IsAbsent)
        {
            yield return Verdict.Violation("it has no code", "s3Bucket");
        }

        var handler = canary["handler"];
        if (!handler.IsUnknown && (handler.Text is not { } entry || !Handler().IsMatch(entry)))
        {
            yield return Verdict.Violation($"the handler is {handler}, file.function needed", handler.Path);
        }

        var runtime = canary["runtimeVersion"];
        if (!runtime.IsUnknown && (runtime.Text is not { } version || !Runtime().IsMatch(version)))
        {
            yield return Verdict.Violation($"Synthetics does not support the runtime {runtime}", runtime.Path);
        }

        if (Results(estate, canary) is { } problem)
        {
            yield return problem;
        }
    }

    private static Verdict? Results(Estate estate, Node canary)
    {
        var place = canary["artifactS3Location"];
        if (place.Text is not { } location)
        {
            return place.IsUnknown ? null : Verdict.Violation("artifactS3Location is not set", place.Path);
        }

        var name = (location.StartsWith("s3://", StringComparison.Ordinal) ? location[5..] : location).Split('/', 2)[0];
        if (StatedName.Find(estate, canary, name, TypeGroups.Buckets) is not { } bucket)
        {
            return EstateScope.IsWhole(estate) ? Verdict.Violation($"the bucket {name} is in none of the stacks", place.Path) : Verdict.Unknown(place.Path);
        }

        return bucket.Region != canary.Region ? Verdict.Violation($"its artifacts go to {bucket.Region}, but it runs in {canary.Region}", place.Path) : null;
    }

    [GeneratedRegex(@"^([\w\-]+/)*[\w\-]+\.[\w\-]+$")]
    private static partial Regex Handler();

    [GeneratedRegex(@"^syn-(nodejs|python|java)(-[a-z]+)*-\d+\.\d+$")]
    private static partial Regex Runtime();
}
