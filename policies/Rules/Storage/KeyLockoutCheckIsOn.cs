using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyLockoutCheckIsOn : ResourceRule
{
    protected override RuleDescriptor About => new(
        "The service checks that a key's policy leaves somebody who can change it.",
        Why: "A policy that shuts everybody out makes the key, and all that it encrypts, unmanageable: only AWS support can help, in days.",
        Fix: "Remove bypassPolicyLockoutSafetyCheck.",
        Severity.High, "B5", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.KeyPolicy];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var bypass = node["bypassPolicyLockoutSafetyCheck"];
        yield return bypass.IsUnknown ? Verdict.Unknown(bypass.Path)
            : bypass.Flag == true ? Verdict.Violation("the check for a lock-out is bypassed", bypass.Path)
            : Verdict.Compliant;
    }
}
