using DrInfra.Policies.Checking;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Hosting;

/// <summary>Every name that recovery.yaml may use for a rule, an operation or a check of the pack itself.</summary>
public static class SettingsNames
{
    public static IReadOnlyList<RuleName> All { get; } =
        [.. RecoveryPolicyPack.Names, .. PackPolicy.All.Select(policy => new RuleName(policy.Id) { HasLevel = true })];
}
