using DrInfra.Policies.Aws.Kms;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KmsKeyDeletionWindowIsLong() : ResourceRule(KmsTypes.Key, KmsTypes.ReplicaKey)
{
    // Where it is not stated, the most that the service takes holds.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var days = node["deletionWindowInDays"];
        yield return days.IsUnknown ? Verdict.Unknown(days.Path)
            : days.IsAbsent || (days.Number >= parameters["minimumDays"] && days.Number <= FactBook.Most("kms-delete-window")) ? Verdict.Compliant
            : Verdict.Violation($"the deletion waiting period is {days} days, {parameters["minimumDays"]} to {FactBook.Most("kms-delete-window")} needed",
                days.Path);
    }
}
