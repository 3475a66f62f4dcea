namespace DrInfra.Tests.Mutants.Exempt;

internal static class DetectionExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
