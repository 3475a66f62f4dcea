namespace DrInfra.Policies.Rules.Databases;

/// <summary>The pack's rules on databases, tables and file systems, in the order of reports.</summary>
internal static class DatabasesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new TableHasDeletionProtection(),
    ];
}
