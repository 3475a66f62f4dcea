using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableIsEncryptedWithCustomerKey : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A table of Keyspaces is under a key of its own.",
        Why: "Nobody can say who may decrypt a table under a key of the service.",
        Fix: "Set encryptionSpecification.type to CUSTOMER_MANAGED_KMS_KEY with a kmsKeyIdentifier.",
        Severity.Low, "B5");

    public override IReadOnlyList<string> AppliesTo => [KeyspacesTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var specification = node["encryptionSpecification"];
        yield return specification["type"].IsUnknown ? Verdict.Unknown(specification["type"].Path)
            : specification["type"].Text == "CUSTOMER_MANAGED_KMS_KEY" && specification["kmsKeyIdentifier"].IsStated() ? Verdict.Compliant
            : Verdict.Violation("the table is under a key that AWS manages", "encryptionSpecification");
    }
}
