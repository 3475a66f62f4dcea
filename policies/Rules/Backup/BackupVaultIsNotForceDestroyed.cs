using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultIsNotForceDestroyed : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A backup vault that holds recovery points cannot be destroyed with them.",
        Why: "With forceDestroy one mistaken update deletes every backup in the vault.",
        Fix: "Set forceDestroy to false.",
        Severity.Critical, "B6", Level.Mandatory,
        Published: "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED");

    public override IReadOnlyList<string> AppliesTo => [BackupTypes.Vault];

    // Off where it is not stated.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => node["forceDestroy"] switch
    {
        { IsUnknown: true } unknown => [Verdict.Unknown(unknown.Path)],
        { Flag: true } flag => [Verdict.Violation("vault is destroyed with its recovery points: forceDestroy is on", flag.Path)],
        _ => [Verdict.Compliant],
    };
}
