using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Hosting;

public sealed class PackDescriptionTests
{
    private static readonly AnalyzerInfo Info = Of(RecoverySettings.None);

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

    [Theory]
    [InlineData("deletion-protection-is-on")]
    [InlineData("verdicts-are-known")]
    public void LevelOfRecoveryYaml_IsAnnouncedToTheEngine(string id)
    {
        var settings = RecoverySettings.None with { Rules = [new RuleSetting(id, "disabled", new Dictionary<string, object>(), 1)] };
        var policy = Of(settings).Policies.Single(policy => policy.Name == id);
        Assert.Equal(EnforcementLevel.Disabled, policy.EnforcementLevel);
    }

    [Fact]
    public void OtherRecoveryYaml_CanBeNamed()
    {
        var schema = Info.Policies.Single(policy => policy.Name == "recovery-settings").ConfigSchema;
        Assert.Equal("string", schema.Properties.Fields["file"].StructValue.Fields["type"].StringValue);
    }

    private static AnalyzerInfo Of(RecoverySettings settings) => PackDescription.Of(PackSetup.Of(new SettingsFile("", settings, null)));
}
