using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Hosting;

/// <summary>The pack as the engine lists it.</summary>
internal static class PackDescription
{
    /// <summary>The rules with the levels and parameters that they have under recovery.yaml, so that the engine's configuration goes over them.</summary>
    public static AnalyzerInfo Of(PackSetup setup) => Of(setup, setup.Configuration());

    private static AnalyzerInfo Of(PackSetup setup, RuleConfiguration configuration) => new()
    {
        Name = RecoveryPolicyPack.Name,
        DisplayName = "DrInfra recovery",
        Version = RecoveryPolicyPack.Version,
        Description =
            "Computes the RPO and RTO of each workload, compares them with its objectives, and checks disaster recovery best practices.",
        SupportsConfig = true,
        Tags = { "disaster-recovery" },
        Policies =
        {
            RecoveryPolicyPack.Rules.Select(rule => Policy(rule, configuration)), PackPolicy.All.Select(policy => Policy(policy, setup.LevelOf(policy))),
        },
    };

    private static PolicyInfo Policy(Rule rule, RuleConfiguration configuration) => new()
    {
        Name = rule.Id,
        DisplayName = DisplayName(rule.Id),
        Description = rule.Description,
        Message = rule.Why,
        EnforcementLevel = (EnforcementLevel)configuration.LevelOf(rule).Level,
        ConfigSchema = Schema(rule, configuration.ParametersOf(rule)),
        PolicyType = rule is ResourceRule ? PolicyType.Resource : PolicyType.Stack,
        Severity = (PolicySeverity)rule.Severity,
        Tags = { rule.Practices },
        RemediationSteps = rule.Fix,
        Url = Diagnostics.Link(rule.Id),
    };

    private static PolicyInfo Policy(PackPolicy policy, Level level) => new()
    {
        Name = policy.Id,
        DisplayName = DisplayName(policy.Id),
        Description = policy.Description,
        Message = policy.Description,
        EnforcementLevel = (EnforcementLevel)level,
        ConfigSchema = policy == PackPolicy.Settings
            ? Schema([new(PackPolicy.File, Property("string", "Another recovery.yaml; a relative path starts in the pack's folder."))])
            : null,
        PolicyType = PolicyType.Stack,
        Severity = (PolicySeverity)policy.Severity,
        RemediationSteps = policy.Fix,
        Url = Diagnostics.Link(policy.Id),
    };

    private static string DisplayName(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    private static PolicyConfigSchema? Schema(Rule rule, RuleParameters values) => rule.Parameters.Count == 0 ? null : Schema(
        rule.Parameters.Select(parameter => new KeyValuePair<string, PropertyValue>(parameter.Name, Property("number", parameter.Description,
            new("default", PropertyValue.Of(values[parameter.Name])),
            new("minimum", PropertyValue.Of(parameter.Minimum)),
            new("maximum", PropertyValue.Of(parameter.Maximum))))));

    private static PolicyConfigSchema Schema(IEnumerable<KeyValuePair<string, PropertyValue>> properties) =>
        new() { Properties = StructWriter.Write(properties) };

    private static MapValue Property(string type, string description, params IEnumerable<KeyValuePair<string, PropertyValue>> bounds) =>
        MapValue.Of([new("type", PropertyValue.Of(type)), new("description", PropertyValue.Of(description)), .. bounds]);
}
