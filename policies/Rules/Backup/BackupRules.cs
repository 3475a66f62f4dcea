namespace DrInfra.Policies.Rules.Backup;

/// <summary>The pack's rules on backups, restores and what performs them, in the order of reports.</summary>
internal static class BackupRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
