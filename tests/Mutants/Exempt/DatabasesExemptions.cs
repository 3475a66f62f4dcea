namespace DrInfra.Tests.Mutants.Exempt;

internal static class DatabasesExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
