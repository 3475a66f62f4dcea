using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
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
            graph.Add(
                Record, $"record-{set}",
                $$"""
                { "name": "orders.example.com", "type": "A", "ttl": 30, "setIdentifier": "{{set}}", "healthCheckId": "top",
                  "multivalueAnswerRoutingPolicy": true }
                """);
        }

        Assert.Equal(worst, graph.Outcome(Disruption.Region).Rto.Figure.Worst ?? double.PositiveInfinity);
    }

    // An hour until people notice, a quarter to decide, a quarter for the control, thirty seconds of TTL, a minute of clients.
    [Fact]
    public void RoutingControl_WaitsForPeople() => Assert.Equal(
        3600 + 900 + 900 + 30 + 60,
        Shared("""{ "weightedRoutingPolicies": [{ "weight": 50 }] }""", 2, "RECOVERY_CONTROL").Outcome(
            Disruption.Region, ServiceAssumptions.All).Rto.Figure.Worst);

    // Three failures ten seconds apart, a quarter until traffic moves, a minute of clients; no TTL.
    [Theory]
    [InlineData(100, 30 + 900 + 60)]
    [InlineData(0, double.PositiveInfinity)]
    public void Accelerator_MovesWhereTheOtherRegionHasAWeight(int weight, double worst) =>
        Assert.Equal(worst, Accelerated(weight).Outcome(Disruption.Region, ServiceAssumptions.All).Rto.Figure.Worst);

    [Fact]
    public void Accelerator_WithoutAnAssumptionIsNotBounded() =>
        Assert.True(Accelerated(100).Outcome(Disruption.Region, RecoverySettings.None).Rto.Figure.IsUnbounded);

    // All active: two minutes as documented, a quarter at worst. One passive: people notice (an hour), decide and turn it.
    [Theory]
    [InlineData(null, "eu-central-1", 900.0 + 60)]
    [InlineData(
        """
        [{ "bucket": "a", "region": "eu-west-1", "trafficDialPercentage": 100 }, { "bucket": "b", "region": "eu-central-1", "trafficDialPercentage": 100 }]
        """,
        "eu-central-1", 900.0 + 60)]
    [InlineData(
        """[{ "bucket": "a", "region": "eu-west-1", "trafficDialPercentage": 100 }, { "bucket": "b", "region": "eu-central-1", "trafficDialPercentage": 0 }]""",
        "eu-central-1", 3600.0 + 900 + 900 + 60)]
    [InlineData("\"?\"", "eu-central-1", null)]
    [InlineData(null, "eu-west-1", double.PositiveInfinity)]
    public void AccessPoint_MovesToAnotherActiveBucket_OrWhenSomebodyTurnsIt(string? routes, string other, double? worst)
    {
        var graph = ReplicatedTo(other)
            .Add(
                "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint", "point",
                """{ "details": { "name": "point", "regions": [{ "bucket": "a" }, { "bucket": "b" }] } }""", id: "point");
        if (routes is not null)
        {
            graph.Add("aws:s3control/multiRegionAccessPointRoutes:MultiRegionAccessPointRoutes", "routes", $$"""{ "mrap": "point", "routes": {{routes}} }""");
        }

        Assert.Equal(worst, graph.Outcome(Disruption.Region, ServiceAssumptions.All).Rto.Figure.Worst);
    }

    private static TestGraph ReplicatedTo(string other) => new TestGraph().Manifests()
        .Add("aws:s3/bucket:Bucket", "a", """{ "bucket": "a", "tags": { "dr:workload": "orders" } }""", id: "a")
        .Add("aws:s3/bucket:Bucket", "b", """{ "bucket": "b", "tags": { "dr:workload": "orders" } }""", other, id: "b")
        .Add("aws:s3/bucketVersioning:BucketVersioning", "a-versions", """{ "bucket": "a", "versioningConfiguration": { "status": "Enabled" } }""")
        .Add("aws:s3/bucketVersioning:BucketVersioning", "b-versions", """{ "bucket": "b", "versioningConfiguration": { "status": "Enabled" } }""", other)
        .Add(
            "aws:iam/role:Role", "r",
            """
            { "name": "r", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" },
                    "Action": "sts:AssumeRole" }] } }
            """,
            id: "r")
        .Add(
            "aws:iam/rolePolicy:RolePolicy", "r-policy",
            """{ "role": "r", "policy": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] } }""")
        .Add(
            "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication",
            """{ "bucket": "a", "role": "arn:aws:iam::123456789012:role/r", "rules": [{ "status": "Enabled", "destination": { "bucket": "b" } }] }""");

    private static TestGraph Shared(string policy, int count, string type)
    {
        var graph = new TestGraph().Manifests("[]", Endpoint);
        for (var i = 0; i < count; i++)
        {
            graph.Add(Check, $"check-{i}", $$"""{ "type": "{{type}}", "requestInterval": 10, "failureThreshold": 3 }""", id: $"check-{i}")
                .Add(
                    Record, $"record-{i}",
                    $$"""
                    { "name": "orders.example.com", "type": "A", "ttl": 30, "setIdentifier": "{{i}}", "healthCheckId": "check-{{i}}", {{policy.Trim()[1..]}}
                    """);
        }

        return graph;
    }

    private static TestGraph Accelerated(int weight)
    {
        var graph = new TestGraph().Manifests("[]", Endpoint)
            .Add("aws:globalaccelerator/accelerator:Accelerator", "front", "{}", id: "a", outputs: """{ "dnsName": "x.awsglobalaccelerator.com" }""")
            .Add("aws:globalaccelerator/listener:Listener", "https", """{ "acceleratorArn": "a", "protocol": "TCP" }""", id: "l")
            .Add(
                Record, "name",
                """
                { "name": "orders.example.com", "type": "A", "aliases": [{ "name": "x.awsglobalaccelerator.com", "zoneId": "Z2",
                      "evaluateTargetHealth": true }] }
                """);
        foreach (var (region, share) in new[] { ("eu-west-1", 100), ("eu-central-1", weight) })
        {
            graph.Add("aws:globalaccelerator/endpointGroup:EndpointGroup", region, $$"""
                { "listenerArn": "l", "endpointGroupRegion": "{{region}}", "healthCheckIntervalSeconds": 10, "thresholdCount": 3,
                  "endpointConfigurations": [{ "endpointId": "{{region}}", "weight": {{share}} }] }
                """);
        }

        return graph;
    }
}
