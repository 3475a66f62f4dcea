using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Data;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Checking;

/// <summary>Whose word on a rule's level counts.</summary>
public class LevelTests
{
    private const string Table = "aws:dynamodb/table:Table";

    private const string Vault = "aws:backup/vault:Vault";
    private const string Waiver = "waivers: [{ rule: table-has-replica, urn: '*nothing', reason: a test, owner: me, expires: 2999-01-01 }]";

    [Theory]
    [InlineData("", Level.Advisory)]
    [InlineData("rules: { deletion-protection-is-on: mandatory }", Level.Mandatory)]
    [InlineData("rules: { all: mandatory }", Level.Mandatory)]
    [InlineData("rules: { deletion-protection-is-on: advisory }", Level.Advisory)]
    public void StrangersStack_HasTheOperatorsLevelAndNotTheDefault(string settings, Level level) =>
        Assert.Equal(level, Assert.Single(Check("{}", settings).Violations).Enforcement);

    [Theory]
    [InlineData("", Level.Mandatory)]
    [InlineData("rules: { deletion-protection-is-on: advisory }", Level.Advisory)]
    public void OwnStack_HasTheDefaultUnlessTheOperatorSaysOtherwise(string settings, Level level) =>
        Assert.Equal(level, Assert.Single(Check("""{ "tags": { "dr:workload": "orders" } }""", settings).Violations).Enforcement);

    [Fact]
    public void OneResourceOfAStrangersStack_HasTheOperatorsLevel()
    {
        var node = DrInfra.Policies.Graph.Estate.Of([new TestGraph().Add(Vault, "vault", """{ "forceDestroy": true }""").Build()], AwsNames.Instance)
            .OfType(Vault).Single();
        var check = new ResourceCheck(Settings("rules: { force-destroy-is-off: mandatory }"), TestGraph.Today, rules: [new ForceDestroyIsOff()]);

        Assert.Equal(Level.Mandatory, Assert.Single(check.Run(node, foreign: true).Violations).Enforcement);
    }

    [Theory]
    [InlineData("", Level.Mandatory)]
    [InlineData("rules: { waiver-is-in-use: advisory }", Level.Advisory)]
    [InlineData("rules: { waiver-is-in-use: disabled }", null)]
    [InlineData("rules: { all: disabled }", null)]
    public void WaiverThatNothingNeeds_HasTheLevelOfItsRule(string settings, Level? level) => Assert.Equal(
        level,
        new TestGraph().Check(new WaiverIsInUse(), Settings($"{settings}\n{Waiver}")).Violations.Select(violation => (Level?)violation.Enforcement)
            .SingleOrDefault());

    [Theory]
    [InlineData("rules: { replication-goes-to-another-region: disabled }")]
    [InlineData("waivers: [{ rule: replication-goes-to-another-region, urn: '*', reason: a test, owner: me, expires: 2999-01-01 }]")]
    public void IdThatTheRuleHad_StillCounts(string settings) => Assert.Empty(new TestGraph()
        .Add("aws:s3/bucket:Bucket", "a", """{ "bucket": "a" }""")
        .Add("aws:s3/bucket:Bucket", "b", """{ "bucket": "b" }""")
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication",
            """{ "bucket": "a", "rules": [{ "status": "Enabled", "destination": { "bucket": "arn:aws:s3:::b" } }] }""")
        .Violations(new CopyIsInAnotherRegion(), Settings(settings)));

    [Fact]
    public void IdThatARuleHad_IsNotedWithThePresentOne() => Assert.Equal(
        [
            "recovery.yaml, line 1: cache-is-encrypted is now called data-is-encrypted-at-rest and data-is-encrypted-in-transit",
            "recovery.yaml, line 2: table-has-deletion-protection is now called deletion-protection-is-on",
        ],
        Check("{}", """
            rules: { cache-is-encrypted: advisory, deletion-protection-is-on: advisory }
            waivers: [{ rule: table-has-deletion-protection, urn: '*', reason: a test, owner: me, expires: 2999-01-01 }]
            """).Notes);

    [Fact]
    public void IdsOfRulesTheirFormerOnesAndChecksOfThePack_AreTheNamesOfSettings()
    {
        var names = DrInfra.Policies.Hosting.SettingsNames.All;

        Assert.Equal(names.Select(name => name.Id).Distinct(), names.Select(name => name.Id));
        Assert.Equal(
            RecoveryPolicyPack.Rules.SelectMany(rule => rule.Aliases.Append(rule.Id)).Distinct().Order(),
            names.Where(name => name is { HasLevel: true, IsWaivable: true }).Select(name => name.Id).Order());
        Assert.Equal(
            DrInfra.Policies.Hosting.PackPolicy.All.Select(policy => policy.Id), names.Where(name => !name.IsWaivable).Select(name => name.Id));
        Assert.Equal(OperationRules.All.Select(rule => rule.Id), names.Where(name => !name.HasLevel).Select(name => name.Id));
        Assert.DoesNotContain(names, name => name.IsFormer && RecoveryPolicyPack.Rules.Any(rule => rule.Id == name.Id));
        Assert.All(["noticeDays"], parameter => Assert.Contains(parameter, names.Single(name => name.Id == "version-is-supported").Parameters.Keys));
    }

    private static CheckReport Check(string inputs, string settings) =>
        new TestGraph().Add(Table, "orders", inputs).Check(new DeletionProtectionIsOn(), Settings(settings));

    private static RecoverySettings Settings(string text) => RecoverySettingsFile.Parse(text, "recovery.yaml");
}
