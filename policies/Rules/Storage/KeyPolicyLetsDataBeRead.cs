using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class KeyPolicyLetsDataBeRead : ResourceRule
{
    private static readonly string[] Actions = ["kms:Decrypt", "kms:GenerateDataKey"];

    protected override RuleDescriptor About => new(
        "A key's policy lets somebody decrypt with the key and make new data keys.",
        Why: "A key that can be administered but not used holds back all that it encrypts, and a restore fails at its last step.",
        Fix: "Allow kms:Decrypt and kms:GenerateDataKey to the account, or to the roles and services that use the key.",
        Severity.High, "B5", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [KmsTypes.Key, KmsTypes.ReplicaKey];

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
            : missing.Length > 0 ? Verdict.Violation($"the key's policy lets nobody {string.Join(", ", missing)}", policy.Path)
            : Verdict.Compliant,
        ];
    }
}
