namespace DrInfra.Policies.Rules.Ownership;

/// <summary>The pack's rules on ownership, provider Regions and references, in the order of reports.</summary>
internal static class OwnershipRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new EveryStatefulResourceIsClassified(),
        new EveryReferenceResolves(),
        new ResourceIsInItsDeclaredRegion(),
        new CopyIsInAnotherRegion(),
        new StatefulResourceIsProtected(),
        new ResourceSaysWhoseItIs(),
        new DerivedTagsAreSet(),
        new TagsOfAWorkloadAgree(),
        new ManifestSaysWhereItStands(),
        new ResourceHasAProviderOfItsOwn(),
        new ProviderNamesItsAccount(),
        new WorkloadHasAManifest(),
        new WorkloadHasResources(),
        new ManifestPromisesDurations(),
        new ManifestsOfAPairAgree(),
        new ManifestKeepsTheOperatorsWord(),
        new VersionIsSupported(),
        new WaiverIsInUse(),
    ];
}
