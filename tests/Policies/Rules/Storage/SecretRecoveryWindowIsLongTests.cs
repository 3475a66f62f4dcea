using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class SecretRecoveryWindowIsLongTests
{
    private static readonly SecretRecoveryWindowIsLong Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"recoveryWindowInDays\": 7 }")]
    [InlineData("{ \"recoveryWindowInDays\": 30 }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"recoveryWindowInDays\": 0 }", "a deleted secret can be restored for 0 days, 7 to 30 needed")]
    [InlineData("{ \"recoveryWindowInDays\": 6 }", "a deleted secret can be restored for 6 days, 7 to 30 needed")]
    [InlineData("{ \"recoveryWindowInDays\": 31 }", "a deleted secret can be restored for 31 days, 7 to 30 needed")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["secret: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["secret: recoveryWindowInDays"], Graph("{ \"recoveryWindowInDays\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:secretsmanager/secret:Secret", "secret", inputs);
}
