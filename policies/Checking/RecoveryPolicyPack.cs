using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Checking;

/// <summary>The rules.</summary>
public static class RecoveryPolicyPack
{
    public const string Name = "drinfra-recovery";

    public const string Version = "0.1.0";

    /// <summary>Every rule, in the order of reports.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. RuleDescriptors.Rules()];

    /// <summary>A rule by its id, or by one that it had; null where there is none.</summary>
    public static Rule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id) ?? Rules.FirstOrDefault(rule => rule.Aliases.Contains(id));
}
