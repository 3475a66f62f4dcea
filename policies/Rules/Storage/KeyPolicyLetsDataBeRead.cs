using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyPolicyLetsDataBeRead() : ResourceRule(KmsTypes.Key, KmsTypes.ReplicaKey)
{
    private static readonly string[] Actions = ["kms:Decrypt", "kms:GenerateDataKey"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node.Input("policy").IsAbsent || node["keyUsage"].Text is not (null or "ENCRYPT_DECRYPT"))
        {
            return [Verdict.Compliant];
        }

        var policy = PolicyDocument.Read(node, node.Input("policy"));
        var missing = Actions.Where(action => !policy.Statements.Any(statement => statement.Allows && statement.Covers(action))).ToArray();
        return
        [
            policy.IsUnknown ? Verdict.Unknown(policy.Path)
            : missing.Length > 0 ? Verdict.Violation($"the key policy allows no principal {string.Join(", ", missing)}", policy.Path)
            : Verdict.Compliant,
        ];
    }
}
