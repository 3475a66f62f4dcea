using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class FedQueueIsConsumedInOneRegionTests
{
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";

    private static readonly FedQueueIsConsumedInOneRegion Rule = new();

    [Fact]
    public void ConsumersAtHomeAlone_IsCompliant() => Assert.Empty(Consumed(null).Violations(Rule));

    [Fact]
    public void StandbysMappingIsOff_IsCompliant() => Assert.Empty(Consumed(""" "enabled": false""").Violations(Rule));

    [Fact]
    public void ConsumersInBoth_IsAViolation() => Assert.Equal(
        ["there: it receives from transfers in eu-central-1 what is received in eu-west-1 too: each message is processed twice"],
        Consumed(""" "enabled": true""").Violations(Rule));

    // The service's default is on.
    [Fact]
    public void NothingStated_IsAViolation() => Assert.Single(Consumed(""" "batchSize": 10""").Violations(Rule));

    [Fact]
    public void UnknownFlag_IsUnknown() => Assert.Equal(["there: enabled"], Consumed(""" "enabled": "?" """).Unknown(Rule));

    private static TestGraph Consumed(string? there)
    {
        var graph = FedQueues.Sound().Add(Mapping, "here", $$"""{ "eventSourceArn": "{{FedQueues.QueueArn("transfers", "eu-west-1")}}" }""");
        return there is null ? graph : graph.Add(
            Mapping, "there", $$"""{ "eventSourceArn": "{{FedQueues.QueueArn("transfers", "eu-central-1")}}", {{there}} }""", FedQueues.Standby);
    }
}
