using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultIsNotForceDestroyed : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [BackupTypes.Vault];

    // Off where it is not stated.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => node["forceDestroy"] switch
    {
        { IsUnknown: true } unknown => [Verdict.Unknown(unknown.Path)],
        { Flag: true } flag => [Verdict.Violation("vault is destroyed with its recovery points: forceDestroy is on", flag.Path)],
        _ => [Verdict.Compliant],
    };
}
