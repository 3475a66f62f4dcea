using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Operations;

/// <summary>The waivers of recovery.yaml that are about operations.</summary>
public static class OperationWaivers
{
    public static IEnumerable<Waiver> Of(RecoverySettings settings) =>
        settings.Waivers.Where(waiver => waiver.Rule.StartsWith(OperationRules.Prefix, StringComparison.Ordinal));

    /// <summary>The first waiver for an operation on a resource, expired or not; null where there is none.</summary>
    public static Waiver? Find(IEnumerable<Waiver> waivers, OperationRule rule, string urn) =>
        waivers.FirstOrDefault(waiver => waiver.Rule == rule.Id && UrnPattern.Matches(waiver.Urn, urn));
}
