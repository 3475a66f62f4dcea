using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyIsEnabled : ResourceRule
{
    public override string Description => "A key is enabled.";

    public override string Why => "Nothing that is encrypted with a disabled key can be read, copied or restored.";

    public override string Fix => "Remove isEnabled (of a replica key: enabled), or set it to true.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> Also => ["CKV_AWS_227"];

    public override IReadOnlyList<string> AppliesTo => [KmsTypes.Key, KmsTypes.ReplicaKey];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var enabled = Keys.Enabled(node);
        yield return enabled.IsUnknown ? Verdict.Unknown(enabled.Path)
            : enabled.Flag == false ? Verdict.Violation("the key is disabled", enabled.Path)
            : Verdict.Compliant;
    }
}
