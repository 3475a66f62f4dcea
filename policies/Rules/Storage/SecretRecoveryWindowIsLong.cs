using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretRecoveryWindowIsLong() : ResourceRule(SecretsManagerTypes.Secret)
{
    // Where it is not stated, the most that the service takes holds; 0 deletes at once.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["recoveryWindowInDays"];
        yield return days.IsUnknown ? Verdict.Unknown(days.Path)
            : days.IsAbsent || (days.Number >= parameters["minimumDays"] && days.Number <= FactBook.Most("sm-recovery-window")) ? Verdict.Compliant
            : Verdict.Violation(
                $"a deleted secret can be restored for {days} days, {parameters["minimumDays"]} to {FactBook.Most("sm-recovery-window")} needed", days.Path);
    }
}
