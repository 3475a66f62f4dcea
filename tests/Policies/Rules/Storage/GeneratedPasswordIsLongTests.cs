using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class GeneratedPasswordIsLongTests
{
    private static readonly GeneratedPasswordIsLong Rule = new();

    [Theory]
    [InlineData("{ \"length\": 16 }")]
    [InlineData("{ \"length\": 17 }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"length\": 15 }", "the password has 15 characters, 16 needed")]
    [InlineData("{}", "the password has no length, 16 needed")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["password: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["password: length"], Graph("{ \"length\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("random:index/randomPassword:RandomPassword", "password", inputs);
}
