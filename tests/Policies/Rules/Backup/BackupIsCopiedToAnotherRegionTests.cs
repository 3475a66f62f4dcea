using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupIsCopiedToAnotherRegionTests
{
    private static readonly BackupIsCopiedToAnotherRegion Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"destinationVaultArn\": \"arn:aws:backup:eu-central-1:111122223333:backup-vault:away\"", "\"destinationVaultArn\": \"?\"")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData(
        "arn:aws:backup:eu-central-1:111122223333:backup-vault:", "arn:aws:backup:eu-west-1:111122223333:backup-vault:",
        "no backup of orders is copied out of eu-west-1")]
    [InlineData("\"copyActions\"", "\"noActions\"", "no backup of orders is copied out of")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);
}
