using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupGenerationsAreAllCopiedTests
{
    private const string Copied =
        """{ "ruleName": "daily", "copyActions": [{ "destinationVaultArn": "arn:aws:backup:eu-central-1:123456789012:backup-vault:b" }] }""";

    private static readonly BackupGenerationsAreAllCopied Rule = new();

    [Theory]
    [InlineData(Copied)]
    [InlineData(Copied + """, { "ruleName": "continuous", "enableContinuousBackup": true }""")]
    [InlineData("""{ "ruleName": "daily" }, { "ruleName": "weekly" }""")]
    public void AllGenerationsCopiedOrNone_IsCompliant(string rules) => Assert.Empty(Plan(rules).Violations(Rule));

    [Fact]
    public void OneGenerationLeftOut_IsAViolation() => Assert.Equal(
        ["plan: rule weekly has no copy, the plan's other rules have one"], Plan(Copied + """, { "ruleName": "weekly" }""").Violations(Rule));

    [Fact]
    public void UnknownCopies_AreReportedAsUnknown() => Assert.Equal(
        ["plan: rules[1].copyActions"], Plan(Copied + """, { "ruleName": "weekly", "copyActions": "?" }""").Unknown(Rule));

    private static TestGraph Plan(string rules) => new TestGraph().Add("aws:backup/plan:Plan", "plan", $$"""{ "rules": [{{rules}}] }""");
}
