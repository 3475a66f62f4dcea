namespace DrInfra.Policies.Rules.Warehouses;

/// <summary>The pack's rules on warehouses, in the order of reports.</summary>
internal static class WarehousesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WarehouseCopiesSnapshots(),
        new SnapshotScheduleRunsOften(),
    ];
}
