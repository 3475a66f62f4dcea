namespace DrInfra.Tests.Mutants.Exempt;

internal static class NetworkExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
