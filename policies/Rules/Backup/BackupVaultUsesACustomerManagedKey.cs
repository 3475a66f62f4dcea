using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultUsesACustomerManagedKey : StackRule
{
    private static readonly string[] KeyTypes = [KmsTypes.Key, KmsTypes.ReplicaKey];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(BackupTypes.Vault).Select(vault => Judge(context.Estate, vault)).OfType<Finding>();

    private static Finding? Judge(Estate estate, Node vault)
    {
        // The input counts: the service fills in its own key where none is stated.
        var property = vault.Input("kmsKeyArn");
        var key = estate.References.Follow(vault, property, KeyTypes);
        if (key.IsAbsent || (key.Text?.EndsWith("alias/aws/backup", StringComparison.Ordinal) ?? false))
        {
            return Finding.Violation(vault, "the vault is encrypted with the AWS managed key", "kmsKeyArn");
        }

        if (key.IsUnknown || key.Region is null)
        {
            return Finding.Unknown(vault, "kmsKeyArn");
        }

        if (vault.Region is { } region && key.Region != region)
        {
            return Finding.Violation(vault, $"the vault in {region} is encrypted with a key in {key.Region}", "kmsKeyArn");
        }

        // The key of the dependency is another one than the value names: it may not exist.
        return key.Target is null && ReferenceResolver.Declared(vault, "kmsKeyArn", KeyTypes).Count > 0 ? Finding.Unknown(vault, "kmsKeyArn") : null;
    }
}
