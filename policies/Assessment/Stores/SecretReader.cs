using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Secrets of stacks that say nothing of workloads, which are all that is known of somebody's systems there. Elsewhere a secret is a
/// means to reach a store, and rules of its own judge it.
/// </summary>
internal sealed class SecretReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [SecretsManagerTypes.Secret];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var secret in context.Estate.OfType(SecretsManagerTypes.Secret).Where(secret => secret.Stack.IsForeign))
        {
            var workload = context.WorkloadOf(secret);
            var store = new Store(secret, workload, "secret", secret.Name, secret.Region) { Members = [secret] };
            var lag = context.Estimates.Duration("replica lag", "secret-replication-lag", workload, store.Label, secret.Urn);
            var promotion = Derivation.Nothing("the replica is readable", "each Region reads its own replica");
            yield return store with
            {
                Copies =
                [
                    ZoneCopy.Synchronous(store, "Secrets Manager"),
                    .. Secrets.Replicas(secret).Select(replica => replica.RegionName.IsUnknown
                        ? RegionReplica.Unknown(secret, replica.RegionName)
                        : RegionReplica.Of(
                            store, secret, replica.Region, SecretCopy.KeyFault(context.Estate, secret, replica.Key, replica.Region), lag, promotion)),
                    ZoneCopy.Regional(store, "previous version")
                        .Loses(Disruption.Corruption, "only one older version is kept, and none of a deleted secret")
                        .Build(),
                ],
            };
        }
    }
}
