using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Hosting;

public sealed class PackDescriptionTests
{
    private static readonly AnalyzerInfo Info = PackDescription.Of(new RuleConfiguration(RecoverySettings.None));

    [Fact]
    public void Pack_NamesItselfAndTakesConfiguration()
    {
        Assert.Equal((RecoveryPolicyPack.Name, RecoveryPolicyPack.Version, true), (Info.Name, Info.Version, Info.SupportsConfig));
        Assert.Equal(Info.Policies.Count, Info.Policies.Select(policy => policy.Name).Distinct().Count());
    }

    [Fact]
    public void EveryRule_IsAPolicyWithItsMetadata()
    {
        foreach (var rule in RecoveryPolicyPack.Rules)
        {
            var policy = Info.Policies.Single(policy => policy.Name == rule.Id);
            Assert.Equal((int)rule.Level, (int)policy.EnforcementLevel);
            Assert.Equal(rule is ResourceRule ? PolicyType.Resource : PolicyType.Stack, policy.PolicyType);
            Assert.Equal((int)rule.Severity, (int)policy.Severity);
            Assert.Equal(rule.Practices, policy.Tags);
            Assert.Equal((rule.Description, rule.Fix, $"docs/rules.md#{rule.Id}"), (policy.Description, policy.RemediationSteps, policy.Url));
            Assert.Equal(rule.Parameters.Select(parameter => parameter.Name).Order(), (policy.ConfigSchema?.Properties.Fields.Keys ?? []).Order());
        }
    }

    [Fact]
    public void Parameter_IsANumberWithDefaultAndBounds()
    {
        foreach (var rule in RecoveryPolicyPack.Rules)
        {
            foreach (var parameter in rule.Parameters)
            {
                var schema = Info.Policies.Single(policy => policy.Name == rule.Id).ConfigSchema.Properties.Fields[parameter.Name].StructValue.Fields;
                Assert.Equal("number", schema["type"].StringValue);
                Assert.Equal((parameter.Default, parameter.Minimum, parameter.Maximum),
                    (schema["default"].NumberValue, schema["minimum"].NumberValue, schema["maximum"].NumberValue));
            }
        }
    }

    [Fact]
    public void LevelOfRecoveryYaml_IsAnnouncedToTheEngine()
    {
        var settings = RecoverySettings.None with { Rules = [new RuleSetting("table-has-deletion-protection", "disabled", new Dictionary<string, object>(), 1)] };
        var policy = PackDescription.Of(new RuleConfiguration(settings)).Policies.Single(policy => policy.Name == "table-has-deletion-protection");
        Assert.Equal(EnforcementLevel.Disabled, policy.EnforcementLevel);
    }

    [Fact]
    public void OtherRecoveryYaml_CanBeNamed()
    {
        var schema = Info.Policies.Single(policy => policy.Name == "recovery-settings").ConfigSchema;
        Assert.Equal("string", schema.Properties.Fields["file"].StructValue.Fields["type"].StringValue);
    }
}
