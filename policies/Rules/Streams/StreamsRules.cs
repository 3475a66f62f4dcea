namespace DrInfra.Policies.Rules.Streams;

/// <summary>The pack's rules on streams, queues and events, in the order of reports.</summary>
internal static class StreamsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new StreamKeepsRecords(),
        new KafkaSpansZones(),
        new KafkaKeepsCopies(),
        new KafkaIsMonitored(),
        new ReplicatorCopiesEverything(),
        new ReplicatorKeepsTopicNames(),
        new FailedMessagesAreKept(),
        new QueueKeepsMessages(),
        new QueueOrStreamStandsInBothRegions(),
        new FunctionKeepsWhatItCouldNotDo(),
        new FlinkKeepsCheckpoints(),
        new EventEndpointCopiesEvents(),
    ];
}
