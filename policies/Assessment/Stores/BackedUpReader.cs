using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What is read through AWS Backup alone: volumes and servers with volumes of their own.</summary>
internal sealed class BackedUpReader : IStoreReader
{
    private static readonly Dictionary<string, (string Service, string Kind)> Services = new(StringComparer.Ordinal)
    {
        [EbsTypes.Volume] = ("EBS", "volume"),
        [Ec2Types.Instance] = ("EC2", "server"),
    };

    public IReadOnlyList<string> Types { get; } = [.. Services.Keys];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var nodes = context.Estate.OfTypes(Services.Keys).Where(node => StatefulTypes.Find(node) is not null);
        foreach (var (node, workload) in nodes.SelectMany(node => context.WorkloadsOf(node).Select(name => (node, name))))
        {
            var (service, kind) = Services[node.Type];
            var claims = context.ClaimsOn(node, workload);
            var (label, size, change) = context.Describe(workload, kind, node);
            var store = new Store(node, workload, kind, label, node.Region)
            {
                Members = [node, .. claims.Select(claim => claim.Node).Distinct()],
                SizeGb = size ?? OwnVolumes.SizeGb(node),
                ChangeGbPerDay = change,
            };
            yield return store with
            {
                Copies =
                [
                    new CopyBuilder("its own storage", node.Region, node)
                        .Survives(
                            Disruption.Instance,
                            Derivation.Nothing("data not yet stored", "the storage keeps acknowledged writes"),
                            context.Estimates.Duration("attach it to another server", "attach", workload, label, node.Urn))
                        .Loses(Disruption.Zone, "nothing shows that it is in more than one zone")
                        .Loses(Disruption.Region, $"it is only in {node.Region ?? "one Region"}")
                        .Loses(Disruption.Corruption, "it stores the corrupt data")
                        .Loses(Disruption.Account, "the account can delete it")
                        .Build(),
                    .. BackupCopies.Of(context, store, null),
                    .. node.Type == EbsTypes.Volume ? SnapshotPolicyCopies.Of(context, store, node.Tags, tag => OwnVolumes.MayHave(node, tag)) : [],
                    .. VolumeCopies.Of(context, store, claims),
                ],
            };
        }
    }
}
