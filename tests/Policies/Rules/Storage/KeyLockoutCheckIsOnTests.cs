using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyLockoutCheckIsOnTests
{
    private static readonly KeyLockoutCheckIsOn Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"bypassPolicyLockoutSafetyCheck\": false }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"bypassPolicyLockoutSafetyCheck\": true }", "the lockout safety check is bypassed")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["key: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(["key: bypassPolicyLockoutSafetyCheck"], Graph("{ \"bypassPolicyLockoutSafetyCheck\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kms/key:Key", "key", inputs);
}
