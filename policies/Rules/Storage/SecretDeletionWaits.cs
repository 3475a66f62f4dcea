using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretDeletionWaits : ResourceRule
{
    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "The fewest days for which a deleted secret can be restored.", 7, 7, 30),
    ];

    public override IReadOnlyList<string> AppliesTo => [SecretsManagerTypes.Secret];

    // 30 days where it is not stated; 0 deletes at once (the service's limits).
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["recoveryWindowInDays"];
        yield return days.IsUnknown ? Verdict.Unknown(days.Path)
            : days.IsAbsent || (days.Number >= parameters["minimumDays"] && days.Number <= 30) ? Verdict.Compliant
            : Verdict.Violation($"a deleted secret can be restored for {days} days, {parameters["minimumDays"]} to 30 needed", days.Path);
    }
}
