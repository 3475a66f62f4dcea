using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class AirGappedVaultIsReachableTests
{
    private static readonly AirGappedVaultIsReachable Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"444455556666\"", "\"arn:aws:organizations::444455556666:organization/o-1\"")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("444455556666", "111122223333", "its own account")]
    [InlineData("444455556666", "4444", "which is not an account")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("shared-vault", "the vault is shared with no other account")]
    [InlineData("shared-with", "the vault's share names no other account")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Theory]
    [InlineData("\"allowExternalPrincipals\": true", "\"allowExternalPrincipals\": false")]
    [InlineData("\"444455556666\"", "\"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");

    [Theory]
    [InlineData("share")]
    public void NotInTheGraph_IsReportedAsUnknown(string without) =>
        BackupGraph.AssertNoticedWithout(Rule, without, "?");
}
