using DrInfra.Policies.Rules.Traffic;

namespace DrInfra.Tests.Policies.Rules.Traffic;

public class WeightedAndLatencyRecordsHaveHealthChecksTests
{
    private static readonly WeightedAndLatencyRecordsHaveHealthChecks Rule = new();

    [Theory]
    [InlineData(""" "healthCheckId": "h1", "weightedRoutingPolicies": [{ "weight": 50 }] """)]
    [InlineData(""" "healthCheckId": "?", "latencyRoutingPolicies": [{ "region": "eu-west-1" }] """)]
    [InlineData(""" "aliases": [{ "name": "x", "evaluateTargetHealth": true }], "weightedRoutingPolicies": [{ "weight": 0 }] """)]
    public void RecordThatFollowsHealth_IsCompliant(string first) => Assert.Empty(Records(first).Violations(Rule));

    [Theory]
    [InlineData(
        """ "weightedRoutingPolicies": [{ "weight": 50 }] """, "first: it has no health check, so its share of the traffic keeps going to a lost Region")]
    [InlineData(
        """ "healthCheckId": "h1", "latencyRoutingPolicies": [{ "region": "eu-central-1" }] """,
            "second: another record of the name has the same latency Region eu-central-1")]
    [InlineData(""" "healthCheckId": "h1"  """, "first: it has a setIdentifier and no routing policy")]
    public void RecordThatDoesNot_IsAViolation(string first, string violation) => Assert.Contains(violation, Records(first).Violations(Rule));

    [Fact]
    public void RecordAlone_HasNothingToShareWith() => Assert.Equal(
        ["only: it is the only record of its name, so its traffic has no other target"],
        new TestGraph()
            .Add(
                "aws:route53/record:Record", "only",
                """{ "name": "a.example.com", "type": "A", "setIdentifier": "a", "healthCheckId": "h", "weightedRoutingPolicies": [{ "weight": 1 }] }""")
            .Violations(Rule));

    [Fact]
    public void UnknownAlias_IsReportedAsUnknown() =>
        Assert.Equal(["first: aliases"], Records(""" "aliases": "?", "weightedRoutingPolicies": [{ "weight": 50 }] """).Unknown(Rule));

    private static TestGraph Records(string first) => new TestGraph()
        .Add("aws:route53/record:Record", "first", $$"""{ "name": "a.example.com", "type": "A", "setIdentifier": "a", {{first}} }""")
        .Add(
            "aws:route53/record:Record", "second",
            """
            { "name": "a.example.com", "type": "A", "setIdentifier": "b", "healthCheckId": "h2", "latencyRoutingPolicies": [{ "region": "eu-central-1" }] }
            """);
}
