using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RedshiftServerless;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Redshift Serverless: recovery points every half an hour, kept a day; nothing in another Region by itself.</summary>
internal sealed class ServerlessWarehouseReader : IStoreReader
{
    private static readonly double RecoveryPointDays = FactBook.Seconds("redshift-serverless-rp-kept") / UnitsOfTime.Day;

    public IReadOnlyList<string> Types { get; } = [RedshiftServerlessTypes.Namespace];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var node in context.Estate.OfType(RedshiftServerlessTypes.Namespace))
        {
            var workload = context.WorkloadOf(node);
            var (label, size, change) = context.Describe(workload, "warehouse", node, PhysicalName.Of(node) ?? "");
            var store = new Store(node, workload, "warehouse", label, node.Region) { Members = [node], SizeGb = size, ChangeGbPerDay = change };
            var age = Derivation.Sum(
                "age of the newest recovery point",
                context.Estimates.Duration("recovery point interval", "snapshot-interval", workload, label, node.Urn, "redshift-serverless-rp"),
                context.Estimates.Duration("time to finish", "backup-time-to-finish", workload, label, node.Urn));
            var nothing = Derivation.Nothing("data not yet stored", "managed storage keeps committed data");
            var over = context.Estimates.Duration("compute is recreated", "warehouse-failover", workload, label, node.Urn);
            yield return store with
            {
                Copies =
                [
                    ZoneCopy.Regional(store, "managed storage").Survives(Disruption.Instance, nothing, over).Survives(Disruption.Zone, nothing, over).Build(),
                    Snapshots.Of(context, store, "recovery point", store.Home, node, age, RecoveryPointDays, context.Restore(store, null)),
                    .. BackupCopies.Of(context, store, null),
                ],
            };
        }
    }
}
