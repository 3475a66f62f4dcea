namespace DrInfra.Tests.Mutants.Exempt;

internal static class OwnershipExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("* tags.managed-by", "It says which tool declares the resource, and nothing reads it."),
    ];
}
