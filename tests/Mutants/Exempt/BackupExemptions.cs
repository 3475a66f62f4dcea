namespace DrInfra.Tests.Mutants.Exempt;

internal static class BackupExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
