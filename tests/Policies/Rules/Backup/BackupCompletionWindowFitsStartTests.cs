using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupCompletionWindowFitsStartTests
{
    private static readonly BackupCompletionWindowFitsStart Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"completionWindow\": 600", "\"completionWindow\": 120")]
    [InlineData("\"completionWindow\": 600, ", "")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"completionWindow\": 600", "\"completionWindow\": 119", "is 119 minutes, at least 120 needed")]
    [InlineData("\"completionWindow\": 600", "\"completionWindow\": 10081", "at most 10080 allowed")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"completionWindow\": 600", "\"completionWindow\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
