using DrInfra.Policies.Rules.Traffic;

namespace DrInfra.Tests.Policies.Rules.Traffic;

public class HealthChecksOfOneNameAskTheSameTests
{
    private static readonly HealthChecksOfOneNameAskTheSame Rule = new();

    [Fact]
    public void SameQuestions_AreCompliant() =>
        Assert.Empty(Checks("""{ "type": "HTTPS", "port": 443, "resourcePath": "/health", "failureThreshold": 3 }""").Violations(Rule));

    [Theory]
    [InlineData(
        """{ "type": "HTTPS", "port": 443, "resourcePath": "/", "failureThreshold": 3 }""",
        "second: its resourcePath is /, but first for the same name has /health")]
    [InlineData(
        """{ "type": "HTTPS", "port": 443, "resourcePath": "/health", "failureThreshold": 9 }""",
        "second: its failureThreshold is 9, but first for the same name has 3")]
    [InlineData(
        """{ "type": "HTTPS", "port": 443, "resourcePath": "/health" }""", "second: its failureThreshold is nothing, but first for the same name has 3")]
    public void OtherQuestions_AreAViolation(string second, string violation) => Assert.Equal([violation], Checks(second).Violations(Rule));

    [Fact]
    public void UnknownQuestion_IsReportedAsUnknown() =>
        Assert.Equal(["second: port"], Checks("""{ "type": "HTTPS", "port": "?", "resourcePath": "/health", "failureThreshold": 3 }""").Unknown(Rule));

    private static TestGraph Checks(string second)
    {
        var graph = new TestGraph()
            .Add(
                "aws:route53/healthCheck:HealthCheck", "first", """{ "type": "HTTPS", "port": 443, "resourcePath": "/health", "failureThreshold": 3 }""",
                id: "first")
            .Add("aws:route53/healthCheck:HealthCheck", "second", second, id: "second");
        foreach (var name in new[] { "first", "second" })
        {
            graph.Add(
                "aws:route53/record:Record", name, $$"""{ "name": "a.example.com", "type": "A", "setIdentifier": "{{name}}", "healthCheckId": "{{name}}" }""");
        }

        return graph;
    }
}
