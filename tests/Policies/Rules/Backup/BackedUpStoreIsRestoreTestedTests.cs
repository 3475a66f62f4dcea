using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackedUpStoreIsRestoreTestedTests
{
    private static readonly BackedUpStoreIsRestoreTested Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"protectedResourceArns\": [\"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\"]", "\"protectedResourceArns\": [\"*\"]")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("table/orders\"], \"validation", "table/other\"], \"validation", "no restore test covers orders")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("restore-test", "no restore test covers orders in eu-central-1")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Theory]
    [InlineData("\"protectedResourceArns\": [\"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\"]", "\"protectedResourceArns\": [\"?\"]")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
