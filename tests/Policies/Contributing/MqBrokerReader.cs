using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Recovery;

namespace DrInfra.Tests.Policies.Contributing;

internal sealed class MqBrokerReader : IStoreReader
{
    public IReadOnlyList<string> Types => MqBroker.Types;

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var broker in context.Estate.OfTypes([.. Types]))
        {
            var workload = context.WorkloadOf(broker);
            var (label, size, change) = context.Describe(workload, "queue", broker, broker.Name);
            var store = new Store(broker, workload, "queue", label, broker.Region) { Members = [broker], SizeGb = size, ChangeGbPerDay = change };
            yield return store with
            {
                Copies =
                [
                    new MqBroker(broker).SpansZones == true
                        ? ZoneCopy.Synchronous(store, "Amazon MQ")
                        : ZoneCopy.Regional(store, "its instance").Loses(Disruption.Zone, "it is in one zone").Build(),
                ],
            };
        }
    }
}
