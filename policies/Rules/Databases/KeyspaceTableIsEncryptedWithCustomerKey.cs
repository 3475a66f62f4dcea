using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableIsEncryptedWithCustomerKey : ResourceRule
{
    public override string Description => "A table of Keyspaces is under a key of its own.";

    public override string Why => "Nobody can say who may decrypt a table under a key of the service.";

    public override string Fix => "Set encryptionSpecification.type to CUSTOMER_MANAGED_KMS_KEY with a kmsKeyIdentifier.";

    public override Severity Severity => Severity.Low;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [KeyspacesTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var specification = node["encryptionSpecification"];
        yield return specification["type"].IsUnknown ? Verdict.Unknown(specification["type"].Path)
            : specification["type"].Text == "CUSTOMER_MANAGED_KMS_KEY" && specification["kmsKeyIdentifier"].IsStated() ? Verdict.Compliant
            : Verdict.Violation("the table is under a key that AWS manages", "encryptionSpecification");
    }
}
