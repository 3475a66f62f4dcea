using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LogGroupKeepsItsLog : ResourceRule
{
    private const string MinimumDays = "minimumDays";

    public override IReadOnlyList<RuleParameter> Parameters => [new(MinimumDays, "The fewest days that a log is kept.", 30, 1, 3653)];

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.LogGroup];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["retentionInDays"];
        yield return days switch
        {
            { IsUnknown: true } => Verdict.Unknown(days.Path),
            { Number: null or 0 } => Verdict.Violation($"how long the log is kept is not stated, at least {parameters[MinimumDays]} days needed", days.Path),
            { Number: { } kept } when kept < parameters[MinimumDays] => Verdict.Violation($"the log is kept {kept} days, {parameters[MinimumDays]} needed", days.Path),
            _ => Verdict.Compliant,
        };
    }
}
