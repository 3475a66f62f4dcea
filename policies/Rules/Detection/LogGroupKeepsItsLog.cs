using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LogGroupKeepsItsLog : ResourceRule
{
    private const string MinimumDays = "minimumDays";

    protected override RuleDescriptor About => new(
        "A log group says how long it keeps its log, and long enough to look into an incident afterwards.",
        Why: "Corruption is often noticed weeks later: without the log nobody can say since when, and to which moment to restore.",
        Fix: "Set retentionInDays to the days that an investigation may need.",
        Severity.Low, "I4 I6",
        Published: "CW_LOGGROUP_RETENTION_PERIOD_CHECK, CKV_AWS_338");

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
