using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretRecoveryWindowIsLong() : ResourceRule(SecretsManagerTypes.Secret)
{
    // 30 days where it is not stated; 0 deletes at once (the service's limits).
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["recoveryWindowInDays"];
        yield return days.IsUnknown ? Verdict.Unknown(days.Path)
            : days.IsAbsent || (days.Number >= parameters["minimumDays"] && days.Number <= 30) ? Verdict.Compliant
            : Verdict.Violation($"a deleted secret can be restored for {days} days, {parameters["minimumDays"]} to 30 needed", days.Path);
    }
}
