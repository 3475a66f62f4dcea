using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class AirGappedVaultHasAKeyBeyondTheAccount : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An air-gapped vault is encrypted with the service's own key, or with one of another account.",
        Why: "Whoever takes over the account disables its keys, and the vault's backups cannot be read any more.",
        Fix: "Leave encryptionKeyArn out, or name a key of the recovery account.",
        Severity.High, "B5 B6");

    public override IReadOnlyList<string> AppliesTo => [BackupTypes.LogicallyAirGappedVault];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // The input counts: the service fills in the key that it chose.
        var key = node.Input("encryptionKeyArn");
        if (key.IsAbsent)
        {
            return [Verdict.Compliant];
        }

        return Arn.TryParse(key.Text, out var arn) && Accounts.Of(node) is { } own
            ? [arn.Account == own ? Verdict.Violation("vault is encrypted with a key of its own account", key.Path) : Verdict.Compliant]
            : [Verdict.Unknown(key.Path)];
    }
}
