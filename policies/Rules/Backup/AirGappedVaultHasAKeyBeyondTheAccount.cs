using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class AirGappedVaultHasAKeyBeyondTheAccount() : ResourceRule(BackupTypes.LogicallyAirGappedVault)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // The input counts: the service fills in the key that it chose.
        var key = node.Input("encryptionKeyArn");
        if (key.IsAbsent)
        {
            return [Verdict.Compliant];
        }

        return Arn.TryParse(key.Text, out var arn) && Accounts.Of(node) is { } own
            ? [arn.Account == own ? Verdict.Violation("the vault is encrypted with a key of its own account", key.Path) : Verdict.Compliant]
            : [Verdict.Unknown(key.Path)];
    }
}
