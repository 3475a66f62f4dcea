namespace DrInfra.Tests.Mutants.Exempt;

/// <summary>The reviewed list of what may be weakened unnoticed.</summary>
public static class Exemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
        .. OwnershipExemptions.All,
        .. DatabasesExemptions.All,
        .. StorageExemptions.All,
        .. BackupExemptions.All,
        .. DetectionExemptions.All,
        .. NetworkExemptions.All,
        .. ClusterExemptions.All,
    ];
}
