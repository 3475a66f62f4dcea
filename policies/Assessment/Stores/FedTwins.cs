using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Queues of two Regions that stand in for each other, and that a topic fills with the same messages.</summary>
internal static class FedTwins
{
    public static IEnumerable<(Store Store, Node Home, Node Twin)> In(Estate estate, RecoveryAssessment recovery) =>
        from store in Twins(recovery)
        from twin in store.Members.Skip(1)
        where FedCopy.Feeds(estate, store.Node, twin).Count > 0
        select (store, store.Node, twin);

    /// <summary>All queues with a counterpart in another Region.</summary>
    public static IEnumerable<Store> Twins(RecoveryAssessment recovery) =>
        recovery.Stores.Where(store => store.Kind == "queue" && store.Node.Type == SqsTypes.Queue && store.Members.Count > 1);
}
