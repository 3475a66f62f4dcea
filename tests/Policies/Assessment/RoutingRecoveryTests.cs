using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Rules;
using DrInfra.Tests.Policies.Services;

namespace DrInfra.Tests.Policies.Assessment;

public class RoutingRecoveryTests
{
    private const string Record = "aws:route53/record:Record";
    private const string Check = "aws:route53/healthCheck:HealthCheck";
    private const string Endpoint = """ "endpoint": "orders.example.com", """;

    // Three failures ten seconds apart, thirty seconds of TTL, a minute of clients.
    [Theory]
    [InlineData("""{ "latencyRoutingPolicies": [{ "region": "eu-west-1" }] }""", 120)]
    [InlineData("""{ "weightedRoutingPolicies": [{ "weight": 50 }] }""", 120)]
    [InlineData("""{ "geolocationRoutingPolicies": [{ "continent": "EU" }] }""", 120)]
    [InlineData("""{ "multivalueAnswerRoutingPolicy": true }""", 120)]
    [InlineData("""{ "allowOverwrite": false }""", double.PositiveInfinity)]
    public void SharedName_MovesWhenItsChecksFail(string policy, double worst) =>
        Assert.Equal(worst, Shared(policy, 2, "HTTPS").Outcome(Disruption.Region).Rto.Figure.Worst);

    [Fact]
    public void OnlyRecordOfASharedName_HasNowhereToMove() =>
        Assert.True(Shared("""{ "weightedRoutingPolicies": [{ "weight": 50 }] }""", 1, "HTTPS").Outcome(Disruption.Region).Rto.Figure.IsUnbounded);

    // As one of its child checks turns; a check that no child can turn never does.
    [Theory]
    [InlineData("""{ "childHealthchecks": ["leaf"], "childHealthThreshold": 1 }""", 120)]
    [InlineData("""{ "childHealthchecks": ["leaf"], "childHealthThreshold": 0 }""", double.PositiveInfinity)]
    [InlineData("""{ "childHealthchecks": [], "childHealthThreshold": 1 }""", double.PositiveInfinity)]
    [InlineData("""{ "childHealthThreshold": 1 }""", double.PositiveInfinity)]
    [InlineData("""{ "childHealthchecks": ["other"], "childHealthThreshold": 1 }""", double.PositiveInfinity)]
    [InlineData("""{ "childHealthchecks": ["top"], "childHealthThreshold": 1 }""", double.PositiveInfinity)]
    public void CalculatedCheck_TurnsWithItsChildren_AndNeverByItself(string inputs, double worst)
    {
        var graph = new TestGraph().Manifests("[]", Endpoint)
            .Add(Check, "leaf", """{ "type": "HTTPS", "requestInterval": 10, "failureThreshold": 3 }""", id: "leaf")
            .Add(Check, "other", """{ "type": "CALCULATED", "childHealthchecks": ["top"], "childHealthThreshold": 1 }""", id: "other")
            .Add(Check, "top", $$"""{ "type": "CALCULATED", {{inputs.Trim()[1..]}}""", id: "top");
        foreach (var set in (string[])["a", "b"])
        {
            graph.Add(Record, $"record-{set}", $$"""{ "name": "orders.example.com", "type": "A", "ttl": 30, "setIdentifier": "{{set}}", "healthCheckId": "top", "multivalueAnswerRoutingPolicy": true }""");
        }

        Assert.Equal(worst, graph.Outcome(Disruption.Region).Rto.Figure.Worst ?? double.PositiveInfinity);
    }

    // An hour until people notice, a quarter to decide, a quarter for the control, thirty seconds of TTL, a minute of clients.
    [Fact]
    public void RoutingControl_WaitsForPeople() => Assert.Equal(
        3600 + 900 + 900 + 30 + 60,
        Shared("""{ "weightedRoutingPolicies": [{ "weight": 50 }] }""", 2, "RECOVERY_CONTROL").Outcome(Disruption.Region, ServiceAssumptions.All).Rto.Figure.Worst);

    // Three failures ten seconds apart, a quarter until traffic moves, a minute of clients; no TTL.
    [Theory]
    [InlineData(100, 30 + 900 + 60)]
    [InlineData(0, double.PositiveInfinity)]
    public void Accelerator_MovesWhereTheOtherRegionHasAWeight(int weight, double worst) =>
        Assert.Equal(worst, Accelerated(weight).Outcome(Disruption.Region, ServiceAssumptions.All).Rto.Figure.Worst);

    [Fact]
    public void Accelerator_WithoutAnAssumptionIsNotBounded() => Assert.True(Accelerated(100).Outcome(Disruption.Region, RecoverySettings.None).Rto.Figure.IsUnbounded);

    private static TestGraph Shared(string policy, int count, string type)
    {
        var graph = new TestGraph().Manifests("[]", Endpoint);
        for (var i = 0; i < count; i++)
        {
            graph.Add(Check, $"check-{i}", $$"""{ "type": "{{type}}", "requestInterval": 10, "failureThreshold": 3 }""", id: $"check-{i}")
                .Add(Record, $"record-{i}", $$"""{ "name": "orders.example.com", "type": "A", "ttl": 30, "setIdentifier": "{{i}}", "healthCheckId": "check-{{i}}", {{policy.Trim()[1..]}}""");
        }

        return graph;
    }

    private static TestGraph Accelerated(int weight)
    {
        var graph = new TestGraph().Manifests("[]", Endpoint)
            .Add("aws:globalaccelerator/accelerator:Accelerator", "front", "{}", id: "a", outputs: """{ "dnsName": "x.awsglobalaccelerator.com" }""")
            .Add("aws:globalaccelerator/listener:Listener", "https", """{ "acceleratorArn": "a", "protocol": "TCP" }""", id: "l")
            .Add(Record, "name", """{ "name": "orders.example.com", "type": "A", "aliases": [{ "name": "x.awsglobalaccelerator.com", "zoneId": "Z2", "evaluateTargetHealth": true }] }""");
        foreach (var (region, share) in new[] { ("eu-west-1", 100), ("eu-central-1", weight) })
        {
            graph.Add("aws:globalaccelerator/endpointGroup:EndpointGroup", region, $$"""
                { "listenerArn": "l", "endpointGroupRegion": "{{region}}", "healthCheckIntervalSeconds": 10, "thresholdCount": 3, "endpointConfigurations": [{ "endpointId": "{{region}}", "weight": {{share}} }] }
                """);
        }

        return graph;
    }
}
