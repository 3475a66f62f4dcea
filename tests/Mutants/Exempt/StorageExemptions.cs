namespace DrInfra.Tests.Mutants.Exempt;

internal static class StorageExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
