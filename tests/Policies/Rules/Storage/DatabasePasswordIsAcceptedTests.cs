using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class DatabasePasswordIsAcceptedTests
{
    private static readonly DatabasePasswordIsAccepted Rule = new();

    [Theory]
    [InlineData("""{ "special": false }""", 0)]
    [InlineData("""{ "overrideSpecial": "_%" }""", 0)]
    [InlineData("""{ "overrideSpecial": "_@" }""", 1)]
    [InlineData("{}", 1)]
    public void Characters_AreJudged(string inputs, int violations) => Assert.Equal(violations, Graph(inputs).Violations(Rule).Length);

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["password: special"], Graph("""{ "special": "?" }""").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("random:index/randomPassword:RandomPassword", "password", inputs)
        .Add(
            "aws:rds/instance:Instance", "db", """{ "password": "?" }""", dependencies: ("password", "random:index/randomPassword:RandomPassword", "password"));
}
