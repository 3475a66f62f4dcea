using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyLockoutCheckIsOn() : ResourceRule(KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.KeyPolicy)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var bypass = node["bypassPolicyLockoutSafetyCheck"];
        yield return bypass.IsUnknown ? Verdict.Unknown(bypass.Path)
            : bypass.Flag == true ? Verdict.Violation("the lockout safety check is bypassed", bypass.Path)
            : Verdict.Compliant;
    }
}
