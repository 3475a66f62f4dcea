namespace DrInfra.Tests.Mutants.Exempt;

/// <summary>Places of services that the shipped stacks do not have.</summary>
public static class ServiceExemptions
{
    public static IReadOnlyList<Exemption> All { get; } = [];
}
