namespace DrInfra.Policies.Rules.Data;

/// <summary>The pack's rules that ask the same of stores of every kind, in the order of reports.</summary>
internal static class DataRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new DataIsEncryptedAtRest(),
        new DataIsEncryptedInTransit(),
        new DeletionProtectionIsOn(),
        new DeletionTakesAFinalSnapshot(),
        new FinalSnapshotHasAName(),
        new DataIsNotPublic(),
        new MinorUpgradesAreTaken(),
        new CopiesCarryTags(),
        new ForceDestroyIsOff(),
        new AutomaticBackupsAreKept(),
        new StoreSpansZones(),
        new StoreHasCopyInAnotherRegion(),
        new GlobalNameIsStated(),
    ];
}
