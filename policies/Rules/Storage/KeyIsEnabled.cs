using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyIsEnabled : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A key is enabled.",
        Why: "Nothing that is encrypted with a disabled key can be read, copied or restored.",
        Fix: "Remove isEnabled (of a replica key: enabled), or set it to true.",
        Severity.Critical, "B5", Level.Mandatory,
        Published: "CKV_AWS_227");

    public override IReadOnlyList<string> AppliesTo => [KmsTypes.Key, KmsTypes.ReplicaKey];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var enabled = Keys.Enabled(node);
        yield return enabled.IsUnknown ? Verdict.Unknown(enabled.Path)
            : enabled.Flag == false ? Verdict.Violation("the key is disabled", enabled.Path)
            : Verdict.Compliant;
    }
}
