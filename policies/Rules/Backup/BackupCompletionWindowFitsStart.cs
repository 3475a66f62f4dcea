using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupCompletionWindowFitsStart : PlanRuleCheck
{
    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters)
    {
        var (start, completion) = (rule.StartWindow, rule.Rule["completionWindow"]);
        if (completion.IsUnknown)
        {
            return [Verdict.Unknown(completion.Path)];
        }

        var minutes = completion.Number ?? FactBook.Number("backup-completion-window-default");
        var least = (start.Number ?? FactBook.Number("backup-start-window-default")) + FactBook.Number("backup-completion-beyond-start");
        if (minutes < least && !start.IsUnknown)
        {
            return [Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"the completion window of rule {rule.Name} is {minutes} minutes, at least {least} needed"),
                completion.Path)];
        }

        return minutes > parameters["longestMinutes"]
            ? [Verdict.Violation(
                string.Create(
                    CultureInfo.InvariantCulture,
                        $"the completion window of rule {rule.Name} is {minutes} minutes, at most {parameters["longestMinutes"]} allowed"),
                completion.Path)]
            : [Verdict.Compliant];
    }
}
