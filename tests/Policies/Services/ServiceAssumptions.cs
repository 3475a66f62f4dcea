using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>Every duration of the catalogue that the services need, a quarter of an hour each, over those of <see cref="Assessed"/>.</summary>
internal static class ServiceAssumptions
{
    public static RecoverySettings All { get; } = Assessed.Assumptions with
    {
        Assumptions =
        [
            .. Assessed.Assumptions.Assumptions,
            .. AssumptionCatalogue.All
                .Where(kind => kind.Unit == AssumptionUnit.Duration && !Assessed.Assumptions.Assumptions.Any(known => known.Id == kind.Id))
                .Select(kind => Assessed.Assumptions.Assumptions[0] with { Id = kind.Id, Value = 900 }),
        ],
    };
}
