using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Checking;

/// <summary>The rules.</summary>
public static class RecoveryPolicyPack
{
    public const string Name = "drinfra-recovery";

    public const string Version = "0.1.0";

    /// <summary>Every rule, in the order of reports.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. RuleDescriptors.Rules()];

    /// <summary>What recovery.yaml may call the rules, and the operations that a waiver may name.</summary>
    public static IReadOnlyList<RuleName> Names { get; } =
    [
        // Several rules may have come from one: its former id stands for all of them.
        .. Rules.SelectMany(rule => rule.Aliases.Prepend(rule.Id).Select(id => (Id: id, Rule: rule)))
            .GroupBy(named => named.Id, StringComparer.Ordinal)
            .Select(named => new RuleName(named.Key)
            {
                HasLevel = true,
                IsWaivable = true,
                IsFormer = named.All(one => one.Rule.Id != named.Key),
                Parameters = named.SelectMany(one => one.Rule.Parameters).DistinctBy(parameter => parameter.Name)
                    .ToDictionary(parameter => parameter.Name, parameter => (parameter.Minimum, parameter.Maximum), StringComparer.Ordinal),
            }),
        .. OperationRules.All.Select(operation => new RuleName(operation.Id) { IsWaivable = true }),
    ];

    /// <summary>A rule by its id, or by one that it had; null where there is none.</summary>
    public static Rule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id) ?? Rules.FirstOrDefault(rule => rule.Aliases.Contains(id));
}
