using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyRotationIsEnabled() : ResourceRule(KmsTypes.Key)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // The service rotates symmetric encryption keys whose material it made itself.
        if (node["keyUsage"].Text is not (null or "ENCRYPT_DECRYPT")
            || node["customerMasterKeySpec"].Text is not (null or "SYMMETRIC_DEFAULT")
            || !node.Input("customKeyStoreId").IsAbsent)
        {
            return [Verdict.NotApplicable("KMS does not rotate this key")];
        }

        var rotates = node["enableKeyRotation"];
        return
        [
            rotates.IsUnknown ? Verdict.Unknown(rotates.Path)
            : rotates.Flag == true ? Verdict.Compliant
            : Verdict.Violation($"key rotation is {(rotates.IsAbsent ? "not set, so off" : "off")}", rotates.Path),
        ];
    }
}
