using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultIsNotForceDestroyed : ResourceRule
{
    public override string Description => "A backup vault that holds recovery points cannot be destroyed with them.";

    public override string Why => "With forceDestroy one mistaken update deletes every backup in the vault.";

    public override string Fix => "Set forceDestroy to false.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B6"];

    public override IReadOnlyList<string> Also => ["BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"];

    public override IReadOnlyList<string> AppliesTo => [BackupTypes.Vault];

    // Off where it is not stated.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => node["forceDestroy"] switch
    {
        { IsUnknown: true } unknown => [Verdict.Unknown(unknown.Path)],
        { Flag: true } flag => [Verdict.Violation("vault is destroyed with its recovery points: forceDestroy is on", flag.Path)],
        _ => [Verdict.Compliant],
    };
}
