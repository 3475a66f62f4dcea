using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupRetentionFitsItsVault : StackRule
{
    public override string Description => "A backup is kept for a time that its vault, and the vault of each of its copies, allows.";

    public override string Why => "A locked or air-gapped vault refuses a backup that is kept shorter or longer than its bounds: the job fails and there is no backup.";

    public override string Fix => "Bring lifecycle.deleteAfter of the rule and its copies between minRetentionDays and maxRetentionDays of the vaults.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B2", "B4"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var rule in estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of))
        {
            var writes = rule.Copies.Select(copy => (Vault: BackupVaults.Destination(estate, rule.Plan, copy).Target, Kept: copy["lifecycle"]["deleteAfter"]))
                .Prepend((BackupVaults.Target(estate, rule).Target, rule.DeleteAfter));
            foreach (var (vault, kept) in writes)
            {
                if (vault is not null && Judge(estate, rule, vault, kept) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Judge(Estate estate, PlanRule rule, Node vault, Prop kept)
    {
        var (least, most) = BackupVaults.Bounds(estate, vault);
        if (least is null && most is null)
        {
            return null;
        }

        if (kept.IsUnknown)
        {
            return Finding.Unknown(rule.Plan, kept.Path);
        }

        // For ever is longer than any bound.
        var days = kept.Number ?? double.MaxValue;
        var found = kept.Number is null ? "for ever" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
        return days < least ? Finding.Violation(rule.Plan, string.Create(CultureInfo.InvariantCulture, $"rule {rule.Name} keeps backups {found}, {vault.Name} takes none under {least} days"), kept.Path)
            : days > most ? Finding.Violation(rule.Plan, string.Create(CultureInfo.InvariantCulture, $"rule {rule.Name} keeps backups {found}, {vault.Name} takes none over {most} days"), kept.Path)
            : null;
    }
}
