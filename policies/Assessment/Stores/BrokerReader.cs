using DrInfra.Policies.Aws.Mq;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Brokers of Amazon MQ: over zones where they are a pair or a cluster, in another Region where the service replicates ActiveMQ.</summary>
internal sealed class BrokerReader : IStoreReader
{
    private static readonly Dictionary<Disruption, string> NoCopy = new()
    {
        [Disruption.Account] = "Amazon MQ copies no messages to another account",
        [Disruption.Corruption] = "Amazon MQ keeps no earlier state of a broker",
    };

    public IReadOnlyList<string> Types { get; } = [MqTypes.Broker];

    public IEnumerable<Store> Read(StoreContext context)
    {
        Node[] brokers = [.. context.Estate.OfTypes(Types)];
        var replicas = brokers.Select(broker => (Broker: broker, Primary: new MessageBroker(broker).Primary(context.Estate).Target))
            .Where(pair => pair.Primary is not null && pair.Primary != pair.Broker).ToLookup(pair => pair.Primary!, pair => pair.Broker);
        var copies = replicas.SelectMany(group => group).ToHashSet();
        foreach (var broker in brokers.Where(broker => !copies.Contains(broker)))
        {
            var workload = context.WorkloadOf(broker);
            var (label, size, change) = context.Describe(workload, "queue", broker);
            var store = new Store(broker, workload, "queue", label, broker.Region)
            {
                Members = [broker, .. replicas[broker]],
                SizeGb = size,
                ChangeGbPerDay = change,
                NoCopyPossible = NoCopy,
            };
            yield return store with
            {
                Copies = [InRegion(context, store), .. replicas[broker].Select(replica => Replica(context, store, replica))],
            };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var broker = new MessageBroker(store.Node);
        var copy = ZoneCopy.Regional(store, "its storage and instances");
        var over = context.Estimates.Duration("another instance of the broker serves", "broker-failover", store.Workload, store.Label, store.Node.Urn);
        var lost = broker.IsActiveMq
            ? Derivation.Nothing("persistent messages not yet stored", "the broker acknowledges a persistent message once its storage has it")
            : context.Estimates.Duration("messages that only one node has", "broker-unreplicated", store.Workload, store.Label, store.Node.Urn);
        copy = copy.Survives(Disruption.Instance, lost, over);
        return broker.SpansZones switch
        {
            null => copy.Loses(Disruption.Zone, Reason.Unknown(store.Node, broker.Deployment.Path)).Build(),
            true => copy.Survives(Disruption.Zone, lost, over).Build(),
            false => copy.Loses(Disruption.Zone, new Reason("its only instance is in one zone", store.Node, broker.Deployment.Path)).Build(),
        };
    }

    private static Copy Replica(StoreContext context, Store store, Node replica) => RegionReplica.Of(
        store, replica, replica.Region, new MessageBroker(replica).Refusal(store.Node),
        context.Estimates.Duration("lag of the replica broker", "broker-replication-lag", store.Workload, store.Label, replica.Urn),
        Derivation.Sum(
            "clients work with the replica",
            context.Estimates.Duration("promote the replica broker", "broker-promotion", store.Workload, store.Label, replica.Urn),
            Derivation.Nothing("messages that the lost Region's consumers had already taken", "some are delivered again after the promotion")));
}
