using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class FailoverRecordRulesTests
{
    public static TheoryData<Rule> Rules =>
    [
        new FailoverPairIsComplete(), new FailoverPairEndsInTwoRegions(), new FailoverRecordHasAHealthCheck(), new HealthCheckProbesItsRecord(),
        new EndpointIsCheckedInEachRegion(),
        new RecordTtlIsShort(), new RecordDoesNotOverwrite(), new RecordIsWellFormed(), new AliasTargetsALoadBalancer(), new DnsFailoverUsesHealthChecks(),
        new HealthCheckIsOn(),
        new HealthCheckTimingIsSound(), new HealthCheckReachesAnEndpoint(),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void SoundPair_IsCompliant(Rule rule)
    {
        Assert.Empty(Graph().Violations(rule, null, DetectionGraph.OtherHalf));
        Assert.Empty(Graph().Unknown(rule, null, DetectionGraph.OtherHalf));
    }

    [Theory]
    [InlineData("""{ "failoverRoutingPolicies": [{ "type": "PRIMARY" }] }""", "shop.example.com (CNAME) has 2 PRIMARY records, 1 needed")]
    [InlineData("""{ "type": "A" }""", "shop.example.com (CNAME) has 0 SECONDARY records, 1 needed")]
    [InlineData("""{ "setIdentifier": "primary" }""", "2 records of shop.example.com have the identifier primary")]
    [InlineData("""{ "setIdentifier": null }""", "it needs a setIdentifier, as other records have the same name")]
    public void IncompletePair_IsAViolation(string secondary, string message) =>
        Assert.Contains(
            Graph(secondary: secondary).Violations(new FailoverPairIsComplete()), violation => violation.EndsWith(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "records": ["shop.west.example.com"] }""", "all records of shop.example.com lead to eu-west-1")]
    [InlineData("""{ "records": ["shop.north.example.com"] }""", "there is no record shop.north.example.com in the zone of shop.example.com")]
    public void PairThatEndsInOneRegion_IsAViolation(string secondary, string message) => Assert.Contains(
        Graph(secondary: secondary).Violations(new FailoverPairEndsInTwoRegions(), null, DetectionGraph.OtherHalf),
        violation => violation.EndsWith(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "healthCheckId": null }""", "secondary: the SECONDARY record has no health check")]
    [InlineData("""{ "healthCheckId": "check-west" }""", "primary: 2 records of shop.example.com share one health check, so they fail together")]
    [InlineData("""{ "healthCheckId": "gone" }""", "secondary: the health check gone is in none of the stacks")]
    public void MemberWithoutAHealthCheckOfItsOwn_IsAViolation(string secondary, string message) =>
        Assert.Equal([message], Graph(secondary: secondary).Violations(new FailoverRecordHasAHealthCheck(), null, DetectionGraph.OtherHalf));

    [Fact]
    public void AliasThatEvaluatesItsTarget_NeedsNoCheck() => Assert.Empty(
        Graph(secondary: """{ "healthCheckId": null, "aliases": [{ "name": "x", "evaluateTargetHealth": true }] }""").Violations(
            new FailoverRecordHasAHealthCheck()));

    [Fact]
    public void CheckOnTheOtherMembersHost_IsAViolation() => Assert.Equal(
        ["secondary: its health check probes shop.west.example.com, but it leads to shop.central.example.com"],
        Graph(secondary: """{ "healthCheckId": "check-west" }""").Violations(new HealthCheckProbesItsRecord()));

    [Fact]
    public void RegionalNameWithoutACheck_IsAViolation() => Assert.Equal(
        ["secondary: no health check probes shop.central.example.com"],
        Graph(check: """{ "fqdn": "other.example.com" }""").Violations(new EndpointIsCheckedInEachRegion()));

    [Theory]
    [InlineData("60", 0)]
    [InlineData("61", 1)]
    [InlineData("0", 1)]
    [InlineData("null", 1)]
    public void TimeToLive_IsShort(string ttl, int violations) =>
        Assert.Equal(violations, Graph(secondary: $$"""{ "ttl": {{ttl}} }""").Violations(new RecordTtlIsShort()).Length);

    [Fact]
    public void Overwriting_IsAViolation() => Assert.Single(Graph(secondary: """{ "allowOverwrite": true }""").Violations(new RecordDoesNotOverwrite()));

    [Theory]
    [InlineData("""{ "type": "CNAM" }""", "secondary: Route 53 does not support the record type CNAM")]
    [InlineData("""{ "zoneId": null }""", "secondary: it states no zoneId")]
    [InlineData("""{ "zoneId": "example.com" }""", "secondary: example.com is not a hosted zone id")]
    [InlineData("""{ "records": [] }""", "secondary: it has neither records nor an alias")]
    public void MalformedRecord_IsAViolation(string secondary, string message) =>
        Assert.Equal([message], Graph(secondary: secondary).Violations(new RecordIsWellFormed()));

    [Theory]
    [InlineData("gone.elb.amazonaws.com", "ZWEST", "the load balancer gone.elb.amazonaws.com is in none of the stacks")]
    [InlineData("front-west.elb.amazonaws.com", "ZOTHER", "the alias has the zone id ZOTHER, the load balancer ZWEST")]
    public void AliasToNoLoadBalancer_IsAViolation(string name, string zone, string message) => Assert.Equal(
        [$"alias: {message}"],
        Graph().Add(
            DetectionGraph.Record, "alias",
            $$"""{ "zoneId": "Z1", "name": "x.example.com", "type": "A", "aliases": [{ "name": "{{name}}", "zoneId": "{{zone}}" }] }""")
            .Violations(new AliasTargetsALoadBalancer(), null, DetectionGraph.OtherHalf));

    [Theory]
    [InlineData("", 1)]
    [InlineData(", \"healthCheckId\": \"check-west\"", 0)]
    public void WeightsThatSomebodyMustEdit_AreAViolation(string check, int violations) => Assert.Equal(
        violations,
        new TestGraph()
            .Add(
                DetectionGraph.Record, "on",
                $$"""{ "zoneId": "Z1", "name": "w.example.com", "type": "CNAME", "weightedRoutingPolicies": [{ "weight": 100 }]{{check}} }""")
            .Add(DetectionGraph.Record, "off", """{ "zoneId": "Z1", "name": "w.example.com", "type": "CNAME", "weightedRoutingPolicies": [{ "weight": 0 }] }""")
            .Violations(new DnsFailoverUsesHealthChecks()).Length);

    [Theory]
    [InlineData("""{ "disabled": true }""", 1)]
    [InlineData("""{ "invertHealthcheck": true }""", 1)]
    [InlineData("""{ "disabled": false }""", 0)]
    public void CheckThatIsOffOrInverted_IsAViolation(string check, int violations) =>
        Assert.Equal(violations, Graph(check: check).Violations(new HealthCheckIsOn()).Length);

    [Theory]
    [InlineData("""{ "requestInterval": 20 }""", 1)]
    [InlineData("""{ "failureThreshold": 11 }""", 1)]
    [InlineData("""{ "requestInterval": 30, "failureThreshold": 4 }""", 1)]
    [InlineData("""{ "requestInterval": 30, "failureThreshold": 3 }""", 0)]
    [InlineData("""{ "requestInterval": null, "failureThreshold": null }""", 0)]
    public void Timing_IsOfRoute53AndSoon(string check, int violations) =>
        Assert.Equal(violations, Graph(check: check).Violations(new HealthCheckTimingIsSound()).Length);

    [Theory]
    [InlineData("""{ "port": 80 }""", "it probes port 80, but the endpoint listens on 443")]
    [InlineData("""{ "port": null }""", "a TCP health check needs a port")]
    [InlineData("""{ "fqdn": "gone.central.example.com" }""", "no record has the name gone.central.example.com")]
    [InlineData("""{ "type": "UDP" }""", "Route 53 does not support the health check type UDP")]
    [InlineData("""{ "type": "HTTPS", "enableSni": false }""", "an HTTPS health check without SNI fails on a host with several certificates")]
    public void CheckThatReachesNothing_IsAViolation(string check, string message) =>
        Assert.Equal([$"check-central: {message}"], Graph(check: check).Violations(new HealthCheckReachesAnEndpoint(), null, DetectionGraph.OtherHalf));

    [Theory]
    [InlineData("1", """["check-west", "check-central"]""", 0)]
    [InlineData("2", """["check-west", "check-central"]""", 0)]
    [InlineData("0", """["check-west", "check-central"]""", 1)]
    [InlineData("3", """["check-west", "check-central"]""", 1)]
    [InlineData("null", """["check-west", "check-central"]""", 1)]
    [InlineData("1", """["check-west"]""", 1)]
    public void CalculatedCheck_CanFail(string threshold, string children, int violations) => Assert.Equal(
        violations,
        Graph().Add(
            DetectionGraph.Check, "both",
            $$"""{ "type": "CALCULATED", "childHealthThreshold": {{threshold}}, "childHealthchecks": {{children}} }""").Violations(
            new CalculatedHealthCheckCanFail()).Length);

    [Theory]
    [InlineData("\"Unhealthy\"", 0)]
    [InlineData("\"Healthy\"", 1)]
    [InlineData("null", 1)]
    public void CheckOnAnAlarm_FailsOnSilence(string status, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add(DetectionGraph.Alarm, "lag", DetectionGraph.LagAlarm())
            .Add(
                DetectionGraph.Check, "check",
                $$"""
                { "type": "CLOUDWATCH_METRIC", "cloudwatchAlarmName": "lag", "cloudwatchAlarmRegion": "eu-west-1", "insufficientDataHealthStatus": {{status}} }
                """)
            .Violations(new AlarmHealthCheckFailsOnSilence()).Length);

    private static TestGraph Graph(string secondary = "{}", string check = "{}") => new TestGraph()
        .Add("aws:sqs/queue:Queue", "tagged", """{ "tags": { "dr:pair": "main" } }""")
        .Endpoint("west", DetectionGraph.Primary)
        .Endpoint("central", DetectionGraph.Standby)
        .Add(DetectionGraph.Check, "check-west", Check("west"), id: "check-west")
        .Add(DetectionGraph.Check, "check-central", DetectionGraph.With(Check("central"), check), id: "check-central")
        .Add(DetectionGraph.Record, "primary", Member("PRIMARY", "west"))
        .Add(DetectionGraph.Record, "secondary", DetectionGraph.With(Member("SECONDARY", "central"), secondary));

    private static string Check(string part) =>
        $$"""{ "type": "TCP", "fqdn": "shop.{{part}}.example.com", "port": 443, "requestInterval": 10, "failureThreshold": 3 }""";

    private static string Member(string role, string part) => $$"""
        {
          "zoneId": "Z1", "name": "shop.example.com", "type": "CNAME", "ttl": 60, "records": ["shop.{{part}}.example.com"],
          "setIdentifier": "{{role.ToLowerInvariant()}}",
          "failoverRoutingPolicies": [{ "type": "{{role}}" }], "healthCheckId": "check-{{part}}"
        }
        """;
}
