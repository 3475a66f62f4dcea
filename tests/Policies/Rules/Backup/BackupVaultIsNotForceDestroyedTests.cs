using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupVaultIsNotForceDestroyedTests
{
    private static readonly BackupVaultIsNotForceDestroyed Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"forceDestroy\": false, ", "")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"forceDestroy\": false", "\"forceDestroy\": true", "forceDestroy is on")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"forceDestroy\": false", "\"forceDestroy\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
