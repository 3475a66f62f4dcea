using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class EventEndpointCopiesEventsTests
{
    private static readonly EventEndpointCopiesEvents Rule = new();

    [Theory]
    [InlineData(
        """
        { "eventBuses": [{ "eventBusArn": "a" }, { "eventBusArn": "b" }], "roleArn": "r",
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-central-1" } } } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "eventBuses": [{ "eventBusArn": "a" }, { "eventBusArn": "b" }], "roleArn": "r",
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-central-1" } } },
          "replicationConfig": { "state": "DISABLED" } }
        """,
        "events are not replicated: replicationConfig.state is DISABLED")]
    [InlineData(
        """
        { "eventBuses": [{ "eventBusArn": "a" }, { "eventBusArn": "b" }],
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-central-1" } } } }
        """,
        "replication needs a role, none is set")]
    [InlineData(
        """
        { "eventBuses": [{ "eventBusArn": "a" }], "roleArn": "r",
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-central-1" } } } }
        """,
        "it names one event bus, one in each of two Regions needed")]
    [InlineData(
        """
        { "eventBuses": [{ "eventBusArn": "a" }, { "eventBusArn": "b" }], "roleArn": "r",
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-west-1" } } } }
        """,
        "its secondary Region is eu-west-1, its own Region")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"front: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("eu-west-1:111122223333:event-bus/orders", "eu-central-1:111122223333:event-bus/orders", 0)]
    [InlineData("eu-west-1:111122223333:event-bus/orders", "eu-west-1:111122223333:event-bus/orders", 1)]
    [InlineData("eu-west-1:111122223333:event-bus/orders", "eu-central-1:111122223333:event-bus/orders-copy", 1)]
    [InlineData("eu-west-1:111122223333:event-bus/orders", "eu-central-1:444455556666:event-bus/orders", 1)]
    public void Buses_AreOfOneNameInTwoRegions(string one, string other, int violations) => Assert.Equal(violations, Graph($$"""
        { "eventBuses": [{ "eventBusArn": "arn:aws:events:{{one}}" }, { "eventBusArn": "arn:aws:events:{{other}}" }], "roleArn": "r",
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-central-1" } } } }
        """).Violations(Rule).Length);

    [Theory]
    [InlineData(
        """
        { "eventBuses": [{ "eventBusArn": "a" }, { "eventBusArn": "b" }], "roleArn": "r",
          "routingConfig": { "failoverConfig": { "primary": { "healthCheck": "h" }, "secondary": { "route": "eu-central-1" } } },
          "replicationConfig": { "state": "?" } }
        """,
        "replicationConfig.state")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"front: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:cloudwatch/eventEndpoint:EventEndpoint", "front", inputs);
}
