namespace DrInfra.Tests.Mutants.Exempt;

internal static class OwnershipExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
