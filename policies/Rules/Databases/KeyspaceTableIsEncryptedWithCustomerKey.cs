using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableIsEncryptedWithCustomerKey : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [KeyspacesTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var specification = node["encryptionSpecification"];
        yield return specification["type"].IsUnknown ? Verdict.Unknown(specification["type"].Path)
            : specification["type"].Text == "CUSTOMER_MANAGED_KMS_KEY" && specification["kmsKeyIdentifier"].IsStated() ? Verdict.Compliant
            : Verdict.Violation("the table is under a key that AWS manages", "encryptionSpecification");
    }
}
