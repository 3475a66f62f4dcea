using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// Every duration of the catalogue that the services need, a quarter of an hour each, and every rate, 100 MB/s, over those of
/// <see cref="Assessed"/>.
/// </summary>
internal static class ServiceAssumptions
{
    public static RecoverySettings All { get; } = Assessed.Assumptions with
    {
        Assumptions =
        [
            .. Assessed.Assumptions.Assumptions,
            .. AssumptionCatalogue.All
                .Where(kind => kind.Unit is AssumptionUnit.Duration or AssumptionUnit.Rate
                    && !Assessed.Assumptions.Assumptions.Any(known => known.Id == kind.Id))
                .Select(kind => Assessed.Assumptions.Assumptions[0] with { Id = kind.Id, Value = kind.Unit == AssumptionUnit.Rate ? 0.1 : 900 }),
        ],
    };
}
