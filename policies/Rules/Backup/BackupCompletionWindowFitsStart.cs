using System.Globalization;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupCompletionWindowFitsStart : PlanRuleCheck
{
    // Facts backup-start-window-default and backup-completion-window-default.
    private const double DefaultStart = 480;
    private const double DefaultCompletion = 10080;
    private const double LeastBeyondStart = 60;

    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters)
    {
        var (start, completion) = (rule.StartWindow, rule.Rule["completionWindow"]);
        if (completion.IsUnknown)
        {
            return [Verdict.Unknown(completion.Path)];
        }

        var minutes = completion.Number ?? DefaultCompletion;
        var least = (start.Number ?? DefaultStart) + LeastBeyondStart;
        if (minutes < least && !start.IsUnknown)
        {
            return [Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"completion window of rule {rule.Name} is {minutes} minutes, at least {least} needed"),
                completion.Path)];
        }

        return minutes > parameters["longestMinutes"]
            ? [Verdict.Violation(
                string.Create(
                    CultureInfo.InvariantCulture, $"completion window of rule {rule.Name} is {minutes} minutes, at most {parameters["longestMinutes"]} wanted"),
                completion.Path)]
            : [Verdict.Compliant];
    }
}
