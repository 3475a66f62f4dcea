using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyRotationIsEnabled : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A symmetric key renews its material by itself.",
        Why: "Key material that leaked once opens everything that was ever encrypted; renewed by hand it means a new key, and re-encryption in both Regions.",
        Fix: "Set enableKeyRotation to true.",
        Severity.Medium, "B5",
        Published: "AVD-AWS-0065, cmk-backing-key-rotation-enabled");

    public override IReadOnlyList<string> AppliesTo => [KmsTypes.Key];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // The service rotates symmetric encryption keys whose material it made itself.
        if (node["keyUsage"].Text is not (null or "ENCRYPT_DECRYPT")
            || node["customerMasterKeySpec"].Text is not (null or "SYMMETRIC_DEFAULT")
            || !node.Input("customKeyStoreId").IsAbsent)
        {
            return [Verdict.NotApplicable("a key that the service does not rotate")];
        }

        var rotates = node["enableKeyRotation"];
        return
        [
            rotates.IsUnknown ? Verdict.Unknown(rotates.Path)
            : rotates.Flag == true ? Verdict.Compliant
            : Verdict.Violation($"key rotation is {(rotates.IsAbsent ? "not stated, which is off" : "off")}", rotates.Path),
        ];
    }
}
