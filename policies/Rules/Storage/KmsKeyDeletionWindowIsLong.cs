using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KmsKeyDeletionWindowIsLong() : ResourceRule(KmsTypes.Key, KmsTypes.ReplicaKey)
{
    // 30 days where it is not stated, 7 at least (the service's limits).
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["deletionWindowInDays"];
        yield return days.IsUnknown ? Verdict.Unknown(days.Path)
            : days.IsAbsent || (days.Number >= parameters["minimumDays"] && days.Number <= 30) ? Verdict.Compliant
            : Verdict.Violation($"the deletion waiting period is {days} days, {parameters["minimumDays"]} to 30 needed", days.Path);
    }
}
