using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableRecoveryWindowIsLongEnoughTests
{
    private static readonly TableRecoveryWindowIsLongEnough Rule = new();

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 7 } }""")]
    [InlineData("""{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 35 } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 6 } }""", "the window is 6 days, 7 needed")]
    [InlineData("""{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 1 } }""", "the window is 1 day, 7 needed")]
    [InlineData("""{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 36 } }""", "the window is 36 days, 35 is the most that the service takes")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": "?" } }""", "pointInTimeRecovery.recoveryPeriodInDays")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
