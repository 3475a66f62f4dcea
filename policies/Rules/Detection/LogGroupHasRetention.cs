using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LogGroupHasRetention() : ResourceRule(CloudWatchTypes.LogGroup)
{
    private const string MinimumDays = "minimumDays";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["retentionInDays"];
        yield return days switch
        {
            { IsUnknown: true } => Verdict.Unknown(days.Path),
            { Number: null or 0 } => Verdict.Violation($"retentionInDays is not set, at least {parameters[MinimumDays]} days needed", days.Path),
            { Number: { } kept } when kept < parameters[MinimumDays] =>
                Verdict.Violation($"the log is retained {kept} days, {parameters[MinimumDays]} needed", days.Path),
            _ => Verdict.Compliant,
        };
    }
}
