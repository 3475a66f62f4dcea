using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyIsEnabled() : ResourceRule(KmsTypes.Key, KmsTypes.ReplicaKey)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var enabled = Keys.Enabled(node);
        yield return enabled.IsUnknown ? Verdict.Unknown(enabled.Path)
            : enabled.Flag == false ? Verdict.Violation("the key is disabled", enabled.Path)
            : Verdict.Compliant;
    }
}
